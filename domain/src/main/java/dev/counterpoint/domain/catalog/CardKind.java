package dev.counterpoint.domain.catalog;

import java.util.Locale;

/** What a card stands for. The written form is stored and never changes. */
public enum CardKind {
    TRACK,
    ALBUM,
    ARTIST,
    PLAYLIST,
    PODCAST,
    EPISODE,
    AUDIOBOOK;

    private final String written = name().toLowerCase(Locale.ROOT);

    public String written() {
        return written;
    }

    /** @throws IllegalArgumentException if nothing is written so */
    public static CardKind parse(String written) {
        for (CardKind value : values()) {
            if (value.written().equals(written)) {
                return value;
            }
        }
        throw new IllegalArgumentException("not a kind of card: " + written);
    }
}
