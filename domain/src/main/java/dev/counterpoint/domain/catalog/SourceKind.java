package dev.counterpoint.domain.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Where the cards of a shelf come from. The written form is stored and never changes. */
public enum SourceKind {
    POPULAR,
    RECENT,
    SIMILAR,
    BECAUSE,
    FRESH,
    TAG,
    PINNED,
    /** Cards that a client gave to be ranked: not of a shelf. */
    GIVEN;

    private final String written = name().toLowerCase(Locale.ROOT);

    /** All that shelves can take their cards from, in the order of their declaration. */
    public static List<SourceKind> ofShelves() {
        return Arrays.stream(values()).filter(kind -> kind != GIVEN).toList();
    }

    public String written() {
        return written;
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
