package dev.counterpoint.infra.server.settings;

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
}
