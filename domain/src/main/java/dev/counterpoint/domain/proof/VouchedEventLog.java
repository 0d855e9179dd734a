package dev.counterpoint.domain.proof;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.Append;
import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.domain.eventlog.StoredEvent;
import dev.counterpoint.domain.eventlog.StreamHead;
import java.util.List;

/** An event log whose heads the next checkpoint vouches for. */
public final class VouchedEventLog implements EventLog {
    private final EventLog log;
    private final MovedHeads moved;

    public VouchedEventLog(EventLog log, MovedHeads moved) {
        this.log = log;
        this.moved = moved;
    }

    @Override
    public List<StoredEvent> append(Append append) {
        List<StoredEvent> stored = log.append(append);
        StoredEvent last = stored.get(stored.size() - 1);
        moved.moved(ChainHead.of(append.stream(), last.sequence(), last.link()));
        return stored;
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
    public StreamHead seal(StreamId stream) {
        return log.seal(stream);
    }

    @Override
    public void purge(StreamId stream, long throughSequence) {
        log.purge(stream, throughSequence);
    }
}
