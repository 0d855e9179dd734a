package dev.counterpoint.command.eventstore;

import dev.counterpoint.domain.encryption.ContentProtection;
import dev.counterpoint.domain.encryption.StoredContent;
import dev.counterpoint.domain.event.EncodedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.Append;
import dev.counterpoint.domain.eventlog.BrokenSequenceException;
import dev.counterpoint.domain.eventlog.EventMetadata;
import dev.counterpoint.domain.eventlog.NewEvent;
import dev.counterpoint.domain.eventlog.RepeatedEventIdException;
import dev.counterpoint.domain.eventlog.SeveralStreamsException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** Turns the messages of one unit of work into an append. */
final class MessageAppend {
    private final Serializer serializer;
    private final ContentProtection protection;

    MessageAppend(Serializer serializer, ContentProtection protection) {
        this.serializer = serializer;
        this.protection = protection;
    }

    /**
     * @param messages at least one
     * @throws IllegalArgumentException if a message belongs to no stream, its id is no UUID or its metadata no text
     */
    Append of(List<? extends EventMessage<?>> messages) {
        requireDistinctIds(messages);
        List<? extends DomainEventMessage<?>> events =
                messages.stream().map(MessageAppend::requireStream).toList();
        DomainEventMessage<?> first = events.get(0);
        StreamId stream = new StreamId(first.getAggregateIdentifier());
        for (int i = 0; i < events.size(); i++) {
            requirePlace(events.get(i), stream, first.getSequenceNumber() + i);
        }
        return new Append(
                stream,
                first.getSequenceNumber() - 1,
                events.stream().map(this::newEvent).toList());
    }

    private static void requireDistinctIds(List<? extends EventMessage<?>> messages) {
        Set<String> seen = new HashSet<>();
        for (EventMessage<?> message : messages) {
            if (!seen.add(message.getIdentifier())) {
                String stream =
                        message instanceof DomainEventMessage<?> event ? event.getAggregateIdentifier() : "none";
                throw new RepeatedEventIdException(new StreamId(stream), message.getIdentifier());
            }
        }
    }

    private static DomainEventMessage<?> requireStream(EventMessage<?> message) {
        if (message instanceof DomainEventMessage<?> event) {
            return event;
        }
        throw new IllegalArgumentException("only events of a stream are stored, not " + message.getPayloadType());
    }

    private static void requirePlace(DomainEventMessage<?> event, StreamId stream, long sequence) {
        if (!event.getAggregateIdentifier().equals(stream.value())) {
            throw new SeveralStreamsException(stream.value(), event.getAggregateIdentifier());
        }
        if (event.getSequenceNumber() != sequence) {
            throw new BrokenSequenceException(stream, sequence, event.getSequenceNumber());
        }
    }

    private NewEvent newEvent(DomainEventMessage<?> event) {
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        EncodedEvent content = new EncodedEvent(
                payload.getType().getName(), Revisions.number(payload.getType().getRevision()), payload.getData());
        UUID eventId = UUID.fromString(event.getIdentifier());
        StoredContent stored = protection.protect(new StreamId(event.getAggregateIdentifier()), eventId, content);
        return new NewEvent(
                eventId, event.getTimestamp(), stored.keyId(), stored.content(), metadata(event.getMetaData()));
    }

    private static EventMetadata metadata(MetaData metaData) {
        Map<String, String> texts = new HashMap<>();
        metaData.forEach((key, value) -> {
            if (!(value instanceof String text)) {
                throw new IllegalArgumentException("metadata is text, but the value of \"" + key + "\" is not");
            }
            texts.put(key, text);
        });
        return EventMetadata.of(texts);
    }
}
