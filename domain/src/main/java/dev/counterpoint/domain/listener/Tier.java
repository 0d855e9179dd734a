package dev.counterpoint.domain.listener;

import java.util.Locale;

/** What a listener pays for. The written form is stored and never changes. */
public enum Tier {
    FREE,
    FREE_SHUFFLE,
    PREMIUM;

    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException if nothing is written so */
    public static Tier parse(String written) {
        for (Tier value : values()) {
            if (value.written().equals(written)) {
                return value;
            }
        }
        throw new IllegalArgumentException("not a tier: " + written);
    }
}
