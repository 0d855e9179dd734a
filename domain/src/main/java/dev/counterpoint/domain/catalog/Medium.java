package dev.counterpoint.domain.catalog;

import java.util.Locale;

/** What listeners divide their time among: music, podcasts and books. The written form is stored and never changes. */
public enum Medium {
    MUSIC,
    PODCAST,
    AUDIOBOOK;

    private final String written = name().toLowerCase(Locale.ROOT);

    /** The medium of a kind of card. */
    public static Medium of(CardKind kind) {
        return switch (kind) {
            case TRACK, ALBUM, ARTIST, PLAYLIST -> MUSIC;
            case PODCAST, EPISODE -> PODCAST;
            case AUDIOBOOK -> AUDIOBOOK;
        };
    }

    public String written() {
        return written;
    }

    /** @throws IllegalArgumentException if nothing is written so */
    public static Medium parse(String written) {
        for (Medium value : values()) {
            if (value.written().equals(written)) {
                return value;
            }
        }
        throw new IllegalArgumentException("not a medium: " + written);
    }
}
