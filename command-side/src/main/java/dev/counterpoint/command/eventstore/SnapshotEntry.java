package dev.counterpoint.command.eventstore;

import dev.counterpoint.domain.event.EncodedEvent;
import dev.counterpoint.domain.event.StreamId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;

/** A stored snapshot in the form that Axon reads. It has no metadata; its id tells stream and sequence. */
record SnapshotEntry(StoredSnapshot stored, String aggregateType) implements DomainEventData<byte[]> {

    static StoredSnapshot toStore(DomainEventMessage<?> snapshot, Serializer serializer) {
        SerializedObject<byte[]> state = snapshot.serializePayload(serializer, byte[].class);
        SerializedType type = state.getType();
        return new StoredSnapshot(
                new StreamId(snapshot.getAggregateIdentifier()),
                snapshot.getSequenceNumber(),
                snapshot.getTimestamp().truncatedTo(ChronoUnit.MICROS),
                new EncodedEvent(type.getName(), Revisions.number(type.getRevision()), state.getData()));
    }

    @Override
    public String getEventIdentifier() {
        return stored.stream() + "~" + stored.sequence();
    }

    @Override
    public Instant getTimestamp() {
        return stored.takenAt();
    }

    @Override
    public SerializedObject<byte[]> getPayload() {
        EncodedEvent state = stored.state();
        SerializedType type = new SimpleSerializedType(state.type(), Revisions.text(state.revision()));
        return new SimpleSerializedObject<>(state.payload(), byte[].class, type);
    }

    @Override
    public SerializedObject<byte[]> getMetaData() {
        return new SerializedMetaData<>(new byte[0], byte[].class);
    }

    @Override
    public String getType() {
        return aggregateType;
    }

    @Override
    public String getAggregateIdentifier() {
        return stored.stream().value();
    }

    @Override
    public long getSequenceNumber() {
        return stored.sequence();
    }
}
