package dev.counterpoint.infra.cli.lastfm;

import dev.counterpoint.infra.cli.platform.Sentences;
import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import dev.counterpoint.infra.cli.terminal.Exit;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** The archive {@code hetrec2011-lastfm-2k.tar.gz}, read from its first byte to its last before anything of it is used. */
public final class LastfmArchive {
    private LastfmArchive() {}

    /** @throws CommandFailedException if the file is not such an archive, not whole, or a line of it is not what it should be */
    public static LastfmData read(Path file) {
        LastfmTables tables = new LastfmTables();
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
                InputStream unpacked = GzipCompressorInputStream.builder()
                        .setInputStream(bytes)
                        .setDecompressConcatenated(true)
                        .get();
                TarArchiveInputStream members = new TarArchiveInputStream(unpacked)) {
            for (TarArchiveEntry entry = members.getNextEntry(); entry != null; entry = members.getNextEntry()) {
                tables.read(nameOf(entry), members);
            }
            // The check sum stands behind the last member.
            unpacked.transferTo(OutputStream.nullOutputStream());
        } catch (NoSuchFileException | AccessDeniedException unreadable) {
            throw new CommandFailedException(
                    Exit.BROKEN_INPUT,
                    file + " cannot be read: " + Sentences.of(unreadable) + ". Nothing was imported.");
        } catch (IOException broken) {
            throw new CommandFailedException(
                    Exit.BROKEN_INPUT,
                    file + " is not a whole tar.gz archive: " + Sentences.of(broken) + ". Nothing was imported.");
        }
        List<String> missing = tables.missing();
        if (!missing.isEmpty()) {
            throw new CommandFailedException(
                    Exit.BROKEN_INPUT,
                    file + " has no " + String.join(", no ", missing) + ": is it the HetRec 2011 Last.fm archive?"
                            + " Nothing was imported.");
        }
        return tables.joined();
    }

    private static String nameOf(TarArchiveEntry entry) {
        String path = entry.getName();
        return entry.isFile() ? path.substring(path.lastIndexOf('/') + 1) : "";
    }
}
