package dev.counterpoint.command.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads an object into a record, by the names of its components. Fields that are not known, that stand twice, or that are required by
 * {@code @NotNull} and missing are faults; null counts as missing. A component with {@code @JsonUnwrapped} is a record whose fields stand
 * in the same object.
 */
final class RecordReader implements ValueReader {
    private static final ValueReader WHOLE = new ScalarReaders.OfWhole(false);
    private static final ValueReader WIDE = new ScalarReaders.OfWhole(true);

    private final Constructor<?> constructor;
    private final List<Component> components = new ArrayList<>();
    /** By field, those of unwrapped records included. */
    private final Map<String, ValueReader> fields = new LinkedHashMap<>();

    private record Component(String name, ValueReader reader, boolean required, boolean unwrapped) {}

    /** What was read of a field: no value also where it did not fit, which is noted already. */
    private record Given(@Nullable Object value, boolean missing) {
        static final Given NOTHING = new Given(null, true);
    }

    RecordReader(Class<?> type) {
        RecordComponent[] parts = type.getRecordComponents();
        for (RecordComponent part : parts) {
            Component component = new Component(
                    part.getName(),
                    readerOf(part.getGenericType()),
                    part.getAccessor().isAnnotationPresent(NotNull.class),
                    part.getAccessor().isAnnotationPresent(JsonUnwrapped.class));
            components.add(component);
            if (component.unwrapped()) {
                fields.putAll(((RecordReader) component.reader()).fields);
            } else {
                fields.put(component.name(), component.reader());
            }
        }
        try {
            constructor = type.getDeclaredConstructor(
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalArgumentException("every record has its constructor", impossible);
        }
    }

    private static ValueReader readerOf(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return new ListReader(readerOf(list.getActualTypeArguments()[0]));
        }
        if (type == Integer.class) {
            return WHOLE;
        }
        if (type == Long.class) {
            return WIDE;
        }
        if (type == Float.class) {
            return new ScalarReaders.OfFloat();
        }
        if (type == Double.class) {
            return new ScalarReaders.OfDouble();
        }
        if (type == Boolean.class) {
            return new ScalarReaders.OfBoolean();
        }
        if (type instanceof Class<?> record && record.isRecord()) {
            return new RecordReader(record);
        }
        return Objects.requireNonNull(WrittenForms.READERS.get(type), () -> "bodies have no values of " + type);
    }

    /** The component that holds the fields of others, by its name: it is no step in a pointer. */
    boolean isUnwrapped(String name) {
        return components.stream()
                .anyMatch(component -> component.unwrapped() && component.name().equals(name));
    }

    @Override
    public String expected() {
        return "an object";
    }

    @Override
    public @Nullable Object read(JsonParser in, String pointer, Faults faults) {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            return refuse(in, pointer, faults);
        }
        Map<String, Given> values = new LinkedHashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            readField(in, pointer, faults, values);
        }
        return construct(pointer, faults, values);
    }

    private void readField(JsonParser in, String pointer, Faults faults, Map<String, Given> values) {
        String name = in.currentName();
        ValueReader reader = fields.get(name);
        String at = Faults.pointer(pointer, reader == null ? Faults.cut(name) : name);
        in.nextToken();
        if (reader == null) {
            faults.add(at, "is not known here; known are " + String.join(", ", fields.keySet()));
            in.skipChildren();
        } else if (values.containsKey(name)) {
            faults.add(at, "stands twice");
            in.skipChildren();
        } else {
            boolean missing = in.currentToken() == JsonToken.VALUE_NULL;
            values.put(name, missing ? Given.NOTHING : new Given(reader.read(in, at, faults), false));
        }
    }

    private Object construct(String pointer, Faults faults, Map<String, Given> values) {
        @Nullable Object[] arguments = new Object[components.size()];
        for (int i = 0; i < arguments.length; i++) {
            Component component = components.get(i);
            if (component.unwrapped()) {
                arguments[i] = ((RecordReader) component.reader()).construct(pointer, faults, values);
            } else {
                Given given = values.getOrDefault(component.name(), Given.NOTHING);
                arguments[i] = given.value();
                if (component.required() && given.missing()) {
                    String at = Faults.pointer(pointer, component.name());
                    faults.add(at, "is required: " + component.reader().expected());
                }
            }
        }
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException | InstantiationException | IllegalAccessException impossible) {
            throw new IllegalStateException("the records of bodies take whatever was read", impossible);
        }
    }
}
