package dev.counterpoint.domain.listener;

import java.util.Locale;

/** What a listener did with a card. An impression is exposure, and nothing else is. The written form is stored and never changes. */
public enum InteractionType {
    IMPRESSION,
    CLICK,
    PLAY,
    SKIP,
    COMPLETE,
    SAVE,
    DISMISS;

    private final String written = name().toLowerCase(Locale.ROOT);

    public String written() {
        return written;
    }

    /** @throws IllegalArgumentException if nothing is written so */
    public static InteractionType parse(String written) {
        for (InteractionType value : values()) {
            if (value.written().equals(written)) {
                return value;
            }
        }
        throw new IllegalArgumentException("not a type of interaction: " + written);
    }
}
