package dev.counterpoint.infra.benchmarks.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;

/** An archive in the form of the HetRec 2011 Last.fm data. */
public final class MadeUpArchive {
    private final List<String> artists = new ArrayList<>(List.of("id\tname\turl\tpictureURL"));
    private final List<String> plays = new ArrayList<>(List.of("userID\tartistID\tweight"));

    /** Every listener played the same number of artists, each about a hundred times. */
    public static MadeUpArchive of(int artists, int listeners, int artistsOfAListener) {
        Random random = new Random(17);
        MadeUpArchive archive = new MadeUpArchive();
        for (int artist = 1; artist <= artists; artist++) {
            archive.artist(artist);
        }
        for (int listener = 1; listener <= listeners; listener++) {
            int first = random.nextInt(artists);
            for (int i = 0; i < artistsOfAListener; i++) {
                archive.plays(listener, 1 + (first + i) % artists, 1 + random.nextInt(200));
            }
        }
        return archive;
    }

    public MadeUpArchive artist(int id) {
        artists.add(id + "\tArtist " + id + "\thttp://example.org/" + id + "\t-");
        return this;
    }

    public MadeUpArchive plays(int listener, int artist, int count) {
        plays.add(listener + "\t" + artist + "\t" + count);
        return this;
    }

    public Path writtenTo(Path file) {
        try (OutputStream to = Files.newOutputStream(file);
                TarArchiveOutputStream archive = new TarArchiveOutputStream(new GzipCompressorOutputStream(to))) {
            member(archive, "artists.dat", artists);
            member(archive, "tags.dat", List.of("tagID\ttagValue", "1\tjazz"));
            member(
                    archive,
                    "user_taggedartists.dat",
                    List.of("userID\tartistID\ttagID\tday\tmonth\tyear", "1\t1\t1\t1\t4\t2009"));
            member(archive, "user_artists.dat", plays);
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void member(TarArchiveOutputStream archive, String name, List<String> rows) throws IOException {
        byte[] bytes = (String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry("hetrec2011-lastfm-2k/" + name);
        entry.setSize(bytes.length);
        archive.putArchiveEntry(entry);
        archive.write(bytes);
        archive.closeArchiveEntry();
    }
}
