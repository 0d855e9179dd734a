package dev.counterpoint.command.eventstore;

import dev.counterpoint.domain.event.DomainEvent;
import dev.counterpoint.domain.event.EncodedEvent;
import dev.counterpoint.domain.event.EventCodec;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;

/**
 * The platform's own event codec in the form that Axon asks for. It writes events as bytes under their stored names, and reads them back;
 * classes never get into the store. Thread-safe.
 */
public final class CodecSerializer implements Serializer {
    private final EventCodec codec;
    private final Converter converter = new ChainingConverter();

    public CodecSerializer(EventCodec codec) {
        this.codec = codec;
    }

    /** @throws IllegalArgumentException if the object is not an event of ours */
    @Override
    public <T> SerializedObject<T> serialize(Object object, Class<T> representation) {
        if (!(object instanceof DomainEvent event)) {
            throw new IllegalArgumentException("only domain events are stored, not " + object.getClass());
        }
        EncodedEvent encoded = codec.encode(event);
        SerializedType type = new SimpleSerializedType(encoded.type(), Integer.toString(encoded.revision()));
        return converter.convert(new SimpleSerializedObject<>(encoded.payload(), byte[].class, type), representation);
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> representation) {
        return converter.canConvert(byte[].class, representation);
    }

    /** @throws dev.counterpoint.domain.event.UnreadableEventException if type or revision is unknown or the bytes are broken */
    @Override
    @SuppressWarnings("unchecked")
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        byte[] payload = converter.convert(serialized, byte[].class).getData();
        SerializedType type = serialized.getType();
        return (T) codec.decode(new EncodedEvent(type.getName(), Revisions.number(type.getRevision()), payload));
    }

    /** The class is not known before an event is decoded. */
    @Override
    @SuppressWarnings("rawtypes")
    public Class classForType(SerializedType type) {
        return DomainEvent.class;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(Class type) {
        throw new UnsupportedOperationException("stored names are those of events, not of " + type);
    }

    @Override
    public Converter getConverter() {
        return converter;
    }
}
