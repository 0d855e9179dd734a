package dev.counterpoint.infra.cli.lastfm;

import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The tables of the archive as they come, in whichever order, until all are there and can be joined. */
final class LastfmTables {
    private static final String ARTISTS = "artists.dat";
    private static final String TAGS = "tags.dat";
    private static final String PLAYS = "user_artists.dat";
    private static final String TAGGINGS = "user_taggedartists.dat";
    private static final List<String> NEEDED = List.of(ARTISTS, TAGS, PLAYS, TAGGINGS);

    private final Set<String> seen = new HashSet<>();
    private final Map<Integer, String> names = new TreeMap<>();
    private final Map<Integer, String> tags = new HashMap<>();
    /** Listener to artist to count. */
    private final Map<Integer, Map<Integer, Long>> counts = new LinkedHashMap<>();

    private final List<Tagging> taggings = new ArrayList<>();

    /**
     * Reads a member of the archive, if it is a table that is needed.
     *
     * @param name without folders
     * @throws CommandFailedException if a line is not what it should be
     */
    void read(String name, InputStream member) throws IOException {
        switch (name) {
            case ARTISTS ->
                table(name, member, StandardCharsets.UTF_8, 2).forEach(row -> names.put(row.number(0), row.text(1)));
            // The only table that is not UTF-8: nine letters of western Europe are single bytes.
            case TAGS ->
                table(name, member, StandardCharsets.ISO_8859_1, 2)
                        .forEach(row -> tags.put(row.number(0), row.text(1)));
            case PLAYS ->
                table(name, member, StandardCharsets.UTF_8, 3)
                        .forEach(row -> counts.computeIfAbsent(row.number(0), any -> new TreeMap<>())
                                .merge(row.number(1), (long) row.number(2), Long::sum));
            case TAGGINGS ->
                table(name, member, StandardCharsets.UTF_8, 6)
                        .forEach(row ->
                                taggings.add(new Tagging(row.number(0), row.number(1), row.number(2), day(row))));
            default -> {
                // Friends and the readme: nothing of them is imported.
            }
        }
    }

    /** The tables that are needed and have not come. */
    List<String> missing() {
        return NEEDED.stream().filter(name -> !seen.contains(name)).toList();
    }

    LastfmData joined() {
        TagRanking ranking = new TagRanking(names.keySet(), tags);
        taggings.forEach(ranking::add);
        List<Artist> artists = new ArrayList<>();
        names.forEach((id, name) -> artists.add(new Artist(id, name, ranking.tagsOf(id), ranking.known(id))));
        int unknownPlayRows = dropUnknownPlays();
        return new LastfmData(artists, counts, ranking.leftOut(unknownPlayRows));
    }

    private int dropUnknownPlays() {
        int before = rows();
        counts.values().forEach(ofListener -> ofListener.keySet().retainAll(names.keySet()));
        return before - rows();
    }

    private int rows() {
        return counts.values().stream().mapToInt(Map::size).sum();
    }

    private MemberReader table(String name, InputStream member, Charset charset, int columns) {
        seen.add(name);
        return new MemberReader(name, member, charset, columns);
    }

    private static LocalDate day(MemberReader.Row row) {
        try {
            return LocalDate.of(row.number(5), row.number(4), row.number(3));
        } catch (DateTimeException noSuchDay) {
            throw row.isBroken("there is no such day");
        }
    }
}
