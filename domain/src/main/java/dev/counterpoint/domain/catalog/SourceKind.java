package dev.counterpoint.domain.catalog;

import java.util.Locale;

/** Where the cards of a shelf come from. The written form is stored and never changes. */
public enum SourceKind {
    POPULAR,
    RECENT,
    SIMILAR,
    BECAUSE,
    FRESH,
    TAG,
    PINNED;

    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if nothing is written so */
    public static SourceKind parse(String written) {
        for (SourceKind value : values()) {
            if (value.written().equals(written)) {
                return value;
            }
        }
        throw new IllegalArgumentException("not a source of cards: " + written);
    }
}
