package dev.counterpoint.domain.eventlog;

import dev.counterpoint.domain.encryption.EventContents;
import dev.counterpoint.domain.event.EventHistory;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import java.util.List;

/** The history of streams as an event log has it, decoded. */
public final class LoggedHistory implements EventHistory {
    private final EventLog log;
    private final EventContents contents;

    public LoggedHistory(EventLog log, EventContents contents) {
        this.log = log;
        this.contents = contents;
    }

    /**
     * @throws dev.counterpoint.domain.event.UnreadableEventException if one of the events cannot be decrypted or decoded
     * @throws dev.counterpoint.domain.encryption.ContentErasedException if the stream is read from its beginning, and its listener is erased
     */
    @Override
    public List<RecordedEvent> after(StreamId stream, long afterSequence, int limit) {
        List<StoredEvent> events = log.read(stream, afterSequence + 1, limit);
        if (events.isEmpty() && afterSequence < 0) {
            contents.requireNotErased(stream);
        }
        return events.stream().map(event -> event.decoded(contents)).toList();
    }

    @Override
    public long head(StreamId stream) {
        return log.head(stream).sequence();
    }
}
