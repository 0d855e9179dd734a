package dev.counterpoint.query;

import dev.counterpoint.domain.encryption.StoredContent;
import dev.counterpoint.domain.event.DomainEvent;
import dev.counterpoint.domain.event.EncodedEvent;
import dev.counterpoint.domain.event.EventHistory;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.domain.eventlog.EventMetadata;
import dev.counterpoint.domain.eventlog.ForwardingEventLog;
import dev.counterpoint.domain.eventlog.InMemoryEventLog;
import dev.counterpoint.domain.eventlog.NewEvent;
import dev.counterpoint.domain.eventlog.Sha256;
import dev.counterpoint.domain.eventlog.StoredEvent;
import dev.counterpoint.domain.refusal.StoreUnavailableException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Streams that a test writes, and that it can take away for a while. */
public final class InMemoryHistory implements EventHistory {
    private final Map<StreamId, List<RecordedEvent>> streams = new HashMap<>();
    private boolean reachable = true;
    private int reads;

    public synchronized void append(StreamId stream, Instant recordedAt, DomainEvent event) {
        List<RecordedEvent> events = streams.computeIfAbsent(stream, any -> new ArrayList<>());
        events.add(new RecordedEvent(stream, events.size(), new UUID(0, events.size()), recordedAt, event, Map.of()));
    }

    public synchronized void setReachable(boolean reachable) {
        this.reachable = reachable;
    }

    public synchronized List<RecordedEvent> all(StreamId stream) {
        return List.copyOf(streams.getOrDefault(stream, List.of()));
    }

    /** The same streams as a log, with payloads that nobody can decode. Takes no appends. */
    public EventLog asLog() {
        return new ForwardingEventLog(new InMemoryEventLog()) {
            @Override
            public List<StoredEvent> read(StreamId stream, long firstSequence, int limit) {
                return after(stream, firstSequence - 1, limit).stream()
                        .map(InMemoryHistory::stored)
                        .toList();
            }
        };
    }

    private static StoredEvent stored(RecordedEvent event) {
        byte[] payload = event.event().toString().getBytes(StandardCharsets.UTF_8);
        NewEvent written = new NewEvent(
                event.eventId(),
                event.recordedAt(),
                StoredContent.NO_KEY,
                new EncodedEvent("made-up", 1, payload),
                EventMetadata.of(event.metadata()));
        return new StoredEvent(event.stream(), event.sequence(), written, Sha256.of(payload), Sha256.of(payload));
    }

    /** How often streams were read so far. */
    public synchronized int reads() {
        return reads;
    }

    @Override
    public synchronized List<RecordedEvent> after(StreamId stream, long afterSequence, int limit) {
        reads++;
        if (!reachable) {
            throw new StoreUnavailableException("taken away by the test", null);
        }
        List<RecordedEvent> events = streams.getOrDefault(stream, List.of());
        int from = (int) Math.min(afterSequence + 1, events.size());
        return List.copyOf(events.subList(from, Math.min(from + limit, events.size())));
    }

    @Override
    public synchronized long head(StreamId stream) {
        return streams.getOrDefault(stream, List.of()).size() - 1L;
    }
}
