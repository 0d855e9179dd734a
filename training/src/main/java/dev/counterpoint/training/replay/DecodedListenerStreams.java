package dev.counterpoint.training.replay;

import dev.counterpoint.domain.encryption.ContentErasedException;
import dev.counterpoint.domain.encryption.EventContents;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.StoredEvent;
import dev.counterpoint.domain.eventlog.StoredStreams;
import java.util.ArrayList;
import java.util.List;

/** Listeners' streams as they are stored, read. A listener who was erased is passed over, wherever their events still lie. */
public final class DecodedListenerStreams implements ListenerStreams {
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
        streams.walk(part, (stream, events) -> {
            if (stream.isListener()) {
                visit(stream, events, visitor);
            }
        });
    }

    private void visit(StreamId stream, List<StoredEvent> events, Visitor visitor) {
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
