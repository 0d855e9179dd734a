package dev.counterpoint.command.eventstore;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;

/** Serializes states as another serializer does, and knows that snapshots are kept without metadata. */
final class SnapshotForm implements Serializer {
    private final Serializer states;

    SnapshotForm(Serializer states) {
        this.states = states;
    }

    @Override
    @SuppressWarnings("unchecked") // the caller names the type that it wants, as Axon's contract has it
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        return SerializedMetaData.isSerializedMetaData(serialized)
                ? (T) MetaData.emptyInstance()
                : states.deserialize(serialized);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class classForType(SerializedType type) {
        return MetaData.class.getName().equals(type.getName()) ? MetaData.class : states.classForType(type);
    }

    @Override
    public <T> SerializedObject<T> serialize(Object state, Class<T> representation) {
        return states.serialize(state, representation);
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> representation) {
        return states.canSerializeTo(representation);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(Class type) {
        return states.typeForClass(type);
    }

    @Override
    public Converter getConverter() {
        return states.getConverter();
    }
}
