package dev.counterpoint.command.stream;

import java.util.Objects;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;

/**
 * Hands snapshots to an event store as the bytes that they are, under their form and revision. Knows nothing else; give it to the
 * store's engine as its snapshot serializer. Thread-safe.
 */
public final class SnapshotSerializer implements Serializer {
    private final Converter converter = new ChainingConverter();

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> expectedRepresentation) {
        if (!(object instanceof StateSnapshot snapshot)) {
            throw new SerializationException("only snapshots of aggregates are written here, not " + object);
        }
        T content = converter.convert(snapshot.bytes(), expectedRepresentation);
        return new SimpleSerializedObject<>(
                Objects.requireNonNull(content),
                expectedRepresentation,
                snapshot.form(),
                Integer.toString(snapshot.revision()));
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> expectedRepresentation) {
        return converter.canConvert(byte[].class, expectedRepresentation);
    }

    @Override
    @SuppressWarnings("unchecked") // the caller names the type that it wants, as Axon's contract has it
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        byte[] bytes = Objects.requireNonNull(converter.convert(serialized.getData(), byte[].class));
        String revision = serialized.getType().getRevision();
        try {
            return (T) new StateSnapshot(serialized.getType().getName(), Integer.parseInt(revision), bytes);
        } catch (NumberFormatException notOurs) {
            throw new SerializationException("not a revision of a snapshot: " + revision, notOurs);
        }
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        return SimpleSerializedType.emptyType().equals(type) ? UnknownSerializedType.class : StateSnapshot.class;
    }

    @Override
    public SerializedType typeForClass(@Nullable Class type) {
        return type == null ? SimpleSerializedType.emptyType() : new SimpleSerializedType(type.getName(), null);
    }

    @Override
    public Converter getConverter() {
        return converter;
    }
}
