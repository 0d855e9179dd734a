package dev.counterpoint.infra.cli.listenbrainz;

import dev.counterpoint.infra.cli.files.InputFile;
import dev.counterpoint.infra.cli.files.LineReader;
import dev.counterpoint.infra.cli.files.Packing;
import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import dev.counterpoint.infra.cli.terminal.Exit;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
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

    private final InputFile file;
    private final @Nullable TarArchiveInputStream archive;
    private final LineReader lines;
    private long number;

    private ListenFile(InputFile file) throws IOException {
        this.file = file;
        this.archive = Packing.isTar(file.bytes()) ? new TarArchiveInputStream(file.bytes()) : null;
        this.lines = new LineReader(archive == null ? file.bytes() : new BufferedInputStream(archive, BUFFER));
        toNextMember();
    }

    /** @throws CommandFailedException if there is no such file or it is packed in a way that is broken from the start */
    public static ListenFile open(Path path) {
        if (Files.isDirectory(path)) {
            throw new CommandFailedException(Exit.BROKEN_INPUT, path + " is a folder, not a file of listens.");
        }
        InputFile file = InputFile.ofFile(path);
        try {
            return new ListenFile(file);
        } catch (IOException failed) {
            throw file.broken(0, failed);
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
                        file.bytes().transferTo(OutputStream.nullOutputStream());
                        return Optional.empty();
                    }
                } else if (isListen(line)) {
                    return Optional.of(new ListenLine(number, line));
                }
            }
        } catch (IOException failed) {
            throw file.broken(number, failed);
        }
    }

    /** Whether only the end of the file tells that it is whole. */
    public boolean isPacked() {
        return file.isPacked() || archive != null;
    }

    /** @return bytes of the file, packed as it is */
    public long size() {
        return file.size();
    }

    /** @return how many bytes of the file have been read, some of them ahead of the line */
    public long position() {
        return file.position();
    }

    @Override
    public void close() {
        file.close();
    }

    private boolean isListen(byte[] line) {
        number++;
        return !LineReader.isBlank(line);
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
}
