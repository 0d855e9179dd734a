package dev.counterpoint.infra.cli.lastfm;

import dev.counterpoint.infra.cli.platform.CardLine;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * An artist of the data set.
 *
 * @param tags in lower case, without repeats: those that most listeners gave first, then by name
 * @param known the day on which the artist was first tagged; the first day of the whole data for one who never was
 */
record Artist(int id, String name, List<String> tags, LocalDate known) {
    Artist {
        tags = List.copyOf(tags);
    }

    static String cardId(int artist) {
        return "lastfm-artist-" + artist;
    }

    /** The data does not tell when an artist began: the day they were first known to listeners stands for it. */
    CardLine card() {
        return new CardLine(
                cardId(id),
                "artist",
                name,
                List.of(name),
                tags,
                known.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
