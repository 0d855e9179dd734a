package dev.counterpoint.infra.cli.lastfm;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What listeners say of artists: the tags of each by the number of listeners who gave them, and the rows that say nothing. */
final class TagRanking {
    private final Set<Integer> artists;
    private final Map<Integer, String> tags;
    private final Map<Integer, Map<String, Set<Integer>>> taggers = new HashMap<>();
    private final Map<Integer, LocalDate> firstDays = new HashMap<>();
    private final Set<Integer> unknownArtists = new HashSet<>();
    private @Nullable LocalDate firstDay;
    private int oldRows;
    private int unknownArtistRows;
    private int unknownTagRows;

    /** @param tags what each tag says, by its number */
    TagRanking(Set<Integer> artists, Map<Integer, String> tags) {
        this.artists = artists;
        this.tags = tags;
    }

    void add(Tagging row) {
        String tag = tags.get(row.tag());
        if (!row.isCredible()) {
            oldRows++;
        } else if (!artists.contains(row.artist())) {
            unknownArtists.add(row.artist());
            unknownArtistRows++;
        } else if (tag == null) {
            unknownTagRows++;
        } else {
            count(row, tag.strip().toLowerCase(Locale.ROOT));
        }
    }

    List<String> tagsOf(int artist) {
        Map<String, Set<Integer>> given = taggers.getOrDefault(artist, Map.of());
        List<String> ranked = new ArrayList<>(given.keySet());
        ranked.sort(Comparator.<String>comparingInt(
                        tag -> -given.getOrDefault(tag, Set.of()).size())
                .thenComparing(Comparator.naturalOrder()));
        return ranked;
    }

    /** The day on which an artist was first tagged; the first of all for one who never was, the epoch where nobody was. */
    LocalDate known(int artist) {
        LocalDate earliest = firstDay == null ? LocalDate.EPOCH : firstDay;
        return firstDays.getOrDefault(artist, earliest);
    }

    LeftOut leftOut(int unknownPlayRows) {
        return new LeftOut(oldRows, unknownArtists.size(), unknownArtistRows, unknownTagRows, unknownPlayRows);
    }

    private void count(Tagging row, String tag) {
        taggers.computeIfAbsent(row.artist(), any -> new HashMap<>())
                .computeIfAbsent(tag, any -> new HashSet<>())
                .add(row.listener());
        firstDays.merge(row.artist(), row.day(), TagRanking::earlier);
        firstDay = firstDay == null ? row.day() : earlier(firstDay, row.day());
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
