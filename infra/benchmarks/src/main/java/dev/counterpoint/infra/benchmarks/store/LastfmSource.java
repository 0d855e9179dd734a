package dev.counterpoint.infra.benchmarks.store;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * What an import of the HetRec 2011 Last.fm archive must come to, read from the archive itself and not by the code that imports it.
 *
 * @param cards the ids of all cards
 * @param plays how many plays there are of a card, by listener and card
 */
public record LastfmSource(Set<String> cards, Map<String, Map<String, Integer>> plays) {

    public static LastfmSource of(Path archive) {
        Set<String> cards = new TreeSet<>();
        Map<String, Map<String, Integer>> plays = new TreeMap<>();
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                TarArchiveInputStream members = new TarArchiveInputStream(new GzipCompressorInputStream(file, true))) {
            for (TarArchiveEntry each = members.getNextEntry(); each != null; each = members.getNextEntry()) {
                if (each.getName().endsWith("/artists.dat")) {
                    rows(members, row -> cards.add(cardOf(row[0])));
                } else if (each.getName().endsWith("/user_artists.dat")) {
                    rows(
                            members,
                            row -> plays.computeIfAbsent(row[0], listener -> new TreeMap<>())
                                    .put(cardOf(row[1]), playsOf(Long.parseLong(row[2]))));
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new LastfmSource(cards, plays);
    }

    public long interactions() {
        return plays.values().stream()
                .flatMap(ofListener -> ofListener.values().stream())
                .mapToLong(Integer::longValue)
                .sum();
    }

    private static int playsOf(long count) {
        return (int) Math.max(1, Math.round(Math.log(count + 1.0)));
    }

    private static String cardOf(String artist) {
        return "lastfm-artist-" + artist;
    }

    private interface Row {
        void accept(String[] fields);
    }

    /** Not closed: the archive goes on behind the member. */
    private static void rows(InputStream member, Row rows) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(member, StandardCharsets.UTF_8));
        lines.readLine();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            rows.accept(line.split("\t", -1));
        }
    }
}
