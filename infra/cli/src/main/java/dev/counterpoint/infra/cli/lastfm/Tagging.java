package dev.counterpoint.infra.cli.lastfm;

import java.time.LocalDate;

/** A listener gave a tag to an artist. */
record Tagging(int listener, int artist, int tag, LocalDate day) {
    private static final int FIRST_CREDIBLE_YEAR = 1980;

    boolean isCredible() {
        return day.getYear() >= FIRST_CREDIBLE_YEAR;
    }
}
