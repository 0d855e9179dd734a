package dev.counterpoint.infra.cli.listenbrainz;

import dev.counterpoint.infra.cli.files.LineReader;
import dev.counterpoint.infra.cli.files.Packing;
import dev.counterpoint.infra.cli.platform.Sentences;
import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import dev.counterpoint.infra.cli.terminal.Exit;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file of listens, a line each: as they are, or packed with gzip or zstd, or such files in a tar archive, packed or not, as the
 * dumps are published. Which of them it is, its first bytes say. Read as a stream; not thread-safe.
 */
public final class ListenFile implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final FileChannel channel;
    private final long size;
    private final boolean packed;
    private final InputStream unpacked;
    private final @Nullable TarArchiveInputStream archive;
    private final LineReader lines;
    private long number;

    private ListenFile(Path path, FileChannel channel) throws IOException {
        this.path = path;
        this.channel = channel;
        this.size = channel.size();
        BufferedInputStream bytes = new BufferedInputStream(Channels.newInputStream(channel), BUFFER);
        this.unpacked = Packing.unpacked(bytes);
        this.archive = Packing.isTar(unpacked) ? new TarArchiveInputStream(unpacked) : null;
        this.lines = new LineReader(archive == null ? unpacked : new BufferedInputStream(archive, BUFFER));
        this.packed = unpacked != bytes || archive != null;
        toNextMember();
    }

    /** @throws CommandFailedException if there is no such file or it is packed in a way that is broken from the start */
    public static ListenFile open(Path path) {
        try {
            if (Files.isDirectory(path)) {
                throw new CommandFailedException(Exit.BROKEN_INPUT, path + " is a folder, not a file of listens.");
            }
            return new ListenFile(path, FileChannel.open(path));
        } catch (IOException failed) {
            throw broken(path, 0, failed);
        }
    }

    /**
     * The next line that is not blank; empty after the last.
     *
     * @throws CommandFailedException if the file breaks off within its packing
     */
    public Optional<ListenLine> next() {
        try {
            while (true) {
                byte[] line = lines.next();
                if (line == null) {
                    if (archive == null || !toNextMember()) {
                        // The check sum of a packed file stands behind the last line.
                        unpacked.transferTo(OutputStream.nullOutputStream());
                        return Optional.empty();
                    }
                } else if (isListen(line)) {
                    return Optional.of(new ListenLine(number, line));
                }
            }
        } catch (IOException failed) {
            throw broken(path, number, failed);
        }
    }

    /** Whether only the end of the file tells that it is whole. */
    public boolean isPacked() {
        return packed;
    }

    /** @return bytes of the file, packed as it is */
    public long size() {
        return size;
    }

    /** @return how many bytes of the file have been read, some of them ahead of the line */
    public long position() {
        try {
            return channel.position();
        } catch (IOException failed) {
            throw broken(path, number, failed);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            throw broken(path, number, failed);
        }
    }

    private boolean isListen(byte[] line) {
        number++;
        if (line == LineReader.TOO_LONG) {
            return true;
        }
        for (byte each : line) {
            if (each != ' ' && each != '\t' && each != '\r') {
                return true;
            }
        }
        return false;
    }

    /** Dumps hold a licence and a schema version beside the listens. */
    private boolean toNextMember() throws IOException {
        if (archive == null) {
            return true;
        }
        TarArchiveEntry entry = archive.getNextEntry();
        while (entry != null && !(entry.isFile() && entry.getName().matches(".*\\.(listens|jsonl|ndjson)"))) {
            entry = archive.getNextEntry();
        }
        return entry != null;
    }

    private static CommandFailedException broken(Path path, long line, IOException failed) {
        String where = line == 0 ? "" : " after line " + line;
        return new CommandFailedException(
                Exit.BROKEN_INPUT, path + " cannot be read" + where + ": " + Sentences.of(failed) + ".");
    }
}
