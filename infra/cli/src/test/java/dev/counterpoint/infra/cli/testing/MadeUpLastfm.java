package dev.counterpoint.infra.cli.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;

/** An archive in the form of the HetRec 2011 data set, with three artists, two tags and two listeners unless it is told otherwise. */
public final class MadeUpLastfm {
    private final Map<String, byte[]> members = new LinkedHashMap<>();

    public MadeUpLastfm() {
        rows("tags.dat", "tagID\ttagValue", "1\tjazz", "2\tSoul");
        rows("user_artists.dat", "userID\tartistID\tweight", "2\t1\t100", "2\t2\t1", "7\t1\t13883");
        rows(
                "user_taggedartists.dat",
                "userID\tartistID\ttagID\tday\tmonth\tyear",
                "2\t1\t1\t1\t4\t2009",
                "2\t1\t2\t1\t4\t2009",
                "7\t1\t2\t1\t5\t2008");
        rows(
                "artists.dat",
                "id\tname\turl\tpictureURL",
                "1\tNina\thttp://example.org/1\t-",
                "2\tMiles\thttp://example.org/2\t-",
                "3\tJosé\thttp://example.org/3\t-");
    }

    public MadeUpLastfm rows(String member, String... rows) {
        return rows(StandardCharsets.UTF_8, member, rows);
    }

    public MadeUpLastfm rows(Charset charset, String member, String... rows) {
        members.put(member, (String.join("\n", rows) + "\n").getBytes(charset));
        return this;
    }

    public MadeUpLastfm without(String member) {
        members.remove(member);
        return this;
    }

    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packed = new GzipCompressorOutputStream(bytes);
                TarArchiveOutputStream archive = new TarArchiveOutputStream(packed)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry("hetrec2011-lastfm-2k/" + member.getKey());
                entry.setSize(member.getValue().length);
                // The same bytes whenever it is made.
                entry.setModTime(0);
                archive.putArchiveEntry(entry);
                archive.write(member.getValue());
                archive.closeArchiveEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    public Path writtenTo(Path file) {
        try {
            return Files.write(file, bytes());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
