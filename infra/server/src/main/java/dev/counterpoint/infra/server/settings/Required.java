package dev.counterpoint.infra.server.settings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Keys that must have a value: the binder leaves out what is nowhere configured. */
final class Required {
    private Required() {}

    static <T> T of(String key, @Nullable T value) {
        if (value == null || value instanceof String text && text.isBlank()) {
            throw new IllegalArgumentException(key + " must have a value");
        }
        return value;
    }

    static double positive(String key, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(key + " is greater than 0, not " + value);
        }
        return value;
    }

    static Duration positive(String key, @Nullable Duration value) {
        Duration given = of(key, value);
        if (given.isNegative() || given.isZero()) {
            throw new IllegalArgumentException(key + " is positive, not " + given);
        }
        return given;
    }

    static Duration within(String key, @Nullable Duration value, Duration longest) {
        Duration given = of(key, value);
        if (given.isNegative() || given.compareTo(longest) > 0) {
            throw new IllegalArgumentException(key + " is from 0 to " + longest + ", not " + given);
        }
        return given;
    }
}
