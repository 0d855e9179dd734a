package dev.counterpoint.domain.eventlog;

import dev.counterpoint.domain.event.StreamId;
import java.util.List;

/** Another event log, for those who change something about it. */
public abstract class ForwardingEventLog implements EventLog {
    private final EventLog log;

    protected ForwardingEventLog(EventLog log) {
        this.log = log;
    }

    @Override
    public List<StoredEvent> append(Append append) {
        return log.append(append);
    }

    @Override
    public List<StoredEvent> read(StreamId stream, long firstSequence, int limit) {
        return log.read(stream, firstSequence, limit);
    }

    @Override
    public StreamHead head(StreamId stream) {
        return log.head(stream);
    }

    @Override
    public void settle(StreamId stream) {
        log.settle(stream);
    }

    @Override
    public StreamHead seal(StreamId stream) {
        return log.seal(stream);
    }

    @Override
    public void purge(StreamId stream, long throughSequence) {
        log.purge(stream, throughSequence);
    }
}
