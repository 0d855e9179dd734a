package dev.counterpoint.training.replay;

import dev.counterpoint.domain.encryption.ContentErasedException;
import dev.counterpoint.domain.encryption.EventContents;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.StoredEvent;
import dev.counterpoint.domain.eventlog.StoredStreams;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Listeners' streams as they are stored, read. A listener who was erased is passed over, wherever their events still lie. */
public final class DecodedListenerStreams implements ListenerStreams {
    private static final int STREAMS_AT_ONCE = 128;
    private static final int EVENTS_AT_ONCE = 20_000;

    private final StoredStreams streams;
    private final EventContents contents;

    public DecodedListenerStreams(StoredStreams streams, EventContents contents) {
        this.streams = streams;
        this.contents = contents;
    }

    @Override
    public int parts() {
        return streams.parts();
    }

    /** @throws dev.counterpoint.domain.event.UnreadableEventException if an event of a listener who is not erased cannot be read */
    @Override
    public void walk(int part, Visitor visitor) {
        Reading reading = new Reading(visitor);
        streams.walk(part, (stream, events) -> {
            if (stream.isListener()) {
                reading.take(stream, events);
            }
        });
        reading.readAll();
    }

    /** Streams whose keys are fetched together: one by one that would take most of the time of short streams. */
    private final class Reading {
        private final Visitor visitor;
        private final Map<StreamId, List<StoredEvent>> waiting = new LinkedHashMap<>();
        private int events;

        Reading(Visitor visitor) {
            this.visitor = visitor;
        }

        void take(StreamId stream, List<StoredEvent> all) {
            waiting.put(stream, all);
            events += all.size();
            if (waiting.size() == STREAMS_AT_ONCE || events > EVENTS_AT_ONCE) {
                readAll();
            }
        }

        void readAll() {
            contents.prepare(waiting.keySet());
            waiting.forEach((stream, all) -> read(stream, all, visitor));
            waiting.clear();
            events = 0;
        }
    }

    private void read(StreamId stream, List<StoredEvent> events, Visitor visitor) {
        List<RecordedEvent> read = new ArrayList<>(events.size());
        try {
            for (StoredEvent event : events) {
                read.add(event.decoded(contents));
            }
        } catch (ContentErasedException erased) {
            return;
        }
        visitor.visit(stream, read);
    }
}
