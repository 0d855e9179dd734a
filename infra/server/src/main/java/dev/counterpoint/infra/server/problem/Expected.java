package dev.counterpoint.infra.server.problem;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a value should have been, in words of JSON and not of Java. */
final class Expected {
    private static final int LONGEST_SHOWN = 64;
    private static final Set<Class<?>> WHOLE =
            Set.of(int.class, Integer.class, long.class, Long.class, short.class, Short.class);
    private static final Set<Class<?>> NUMBER = Set.of(double.class, Double.class, float.class, Float.class);

    private Expected() {}

    static String of(@Nullable Class<?> type) {
        if (type == null) {
            return "of the form that is documented";
        }
        if (WHOLE.contains(type)) {
            return "a whole number in range";
        }
        if (NUMBER.contains(type)) {
            return "a number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == Instant.class) {
            return "an instant as in 2026-01-31T12:00:00Z";
        }
        if (type == String.class) {
            return "a text";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        return type.isArray() || Collection.class.isAssignableFrom(type) ? "a list" : "an object";
    }

    /** The value as it was given, cut where it is long. */
    static String shown(@Nullable Object value) {
        String text = String.valueOf(value);
        String cut = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
        return value instanceof Number || value instanceof Boolean || value == null ? cut : "\"" + cut + "\"";
    }
}
