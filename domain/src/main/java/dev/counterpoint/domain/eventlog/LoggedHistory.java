package dev.counterpoint.domain.eventlog;

import dev.counterpoint.domain.event.EventCodec;
import dev.counterpoint.domain.event.EventHistory;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import java.util.List;

/** The history of streams as an event log has it, decoded. */
public final class LoggedHistory implements EventHistory {
    private final EventLog log;
    private final EventCodec codec;

    public LoggedHistory(EventLog log, EventCodec codec) {
        this.log = log;
        this.codec = codec;
    }

    /** @throws dev.counterpoint.domain.event.UnreadableEventException if one of the events cannot be decoded */
    @Override
    public List<RecordedEvent> after(StreamId stream, long afterSequence, int limit) {
        return log.read(stream, afterSequence + 1, limit).stream()
                .map(event -> event.decoded(codec))
                .toList();
    }

    @Override
    public long head(StreamId stream) {
        return log.head(stream).sequence();
    }
}
