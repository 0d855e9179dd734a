package dev.counterpoint.command.eventstore;

import dev.counterpoint.domain.eventlog.EventMetadata;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;

/**
 * The last step of Axon's reading, for payloads that are decoded already: a stored name becomes a class only by decoding, and Axon asks for
 * the class before it reads. Axon's upcasters therefore see decoded events; older revisions are upgraded by the codec.
 */
final class DecodedForm implements Serializer {
    private final Converter converter = new ChainingConverter();

    /** @param javaClass of the decoded payload */
    record Type(Class<?> javaClass, @Nullable String revision) implements SerializedType {
        @Override
        public String getName() {
            return javaClass.getName();
        }

        @Override
        public @Nullable String getRevision() {
            return revision;
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S, T> T deserialize(SerializedObject<S> decoded) {
        Object data = decoded.getData();
        return (T) (data instanceof EventMetadata metadata ? MetaData.from(metadata.toMap()) : data);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class classForType(SerializedType type) {
        if (type instanceof Type decoded) {
            return decoded.javaClass();
        }
        return MetaData.class.getName().equals(type.getName()) ? MetaData.class : UnknownSerializedType.class;
    }

    @Override
    public <T> SerializedObject<T> serialize(Object object, Class<T> representation) {
        throw new UnsupportedOperationException("this is for reading only");
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> representation) {
        return false;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(Class type) {
        return new Type(type, null);
    }

    @Override
    public Converter getConverter() {
        return converter;
    }
}
