package dev.counterpoint.command.eventstore;

import dev.counterpoint.domain.eventlog.EventMetadata;
import dev.counterpoint.domain.eventlog.StoredEvent;
import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;

/** A decoded event of the log in the form that Axon reads. */
record EventEntry(StoredEvent stored, Object payload, String aggregateType) implements DomainEventData<Object> {

    @Override
    public String getEventIdentifier() {
        return stored.eventId().toString();
    }

    @Override
    public Instant getTimestamp() {
        return stored.recordedAt();
    }

    @Override
    public SerializedObject<Object> getPayload() {
        DecodedForm.Type type = new DecodedForm.Type(
                payload.getClass(), Revisions.text(stored.event().content().revision()));
        return new SimpleSerializedObject<>(payload, Object.class, type);
    }

    @Override
    public SerializedObject<Object> getMetaData() {
        EventMetadata metadata = stored.event().metadata();
        return new SerializedMetaData<>(metadata, Object.class);
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
