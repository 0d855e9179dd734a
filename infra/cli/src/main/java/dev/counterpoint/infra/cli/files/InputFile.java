package dev.counterpoint.infra.cli.files;

import dev.counterpoint.infra.cli.platform.Sentences;
import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import dev.counterpoint.infra.cli.terminal.Exit;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file, or the standard input, that is read once from its start: as it is, or unpacked where its first bytes say gzip or zstd. Not thread-safe. */
public final class InputFile implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final Path STANDARD_INPUT = Path.of("-");

    private final String name;
    private final SizedBytes packed;
    private final InputStream unpacked;

    /** Bytes as they lie there, and how many have been read of how many. */
    private interface SizedBytes extends AutoCloseable {
        InputStream stream();

        long read() throws IOException;

        long size() throws IOException;

        @Override
        void close() throws IOException;
    }

    private record OfFile(FileChannel channel, InputStream stream) implements SizedBytes {
        @Override
        public long read() throws IOException {
            return channel.position();
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /** Nobody knows how much there will be. */
    private record OfStandardInput(InputStream stream) implements SizedBytes {
        @Override
        public long read() {
            return 0;
        }

        @Override
        public long size() {
            return 0;
        }

        @Override
        public void close() {
            // Not ours to close.
        }
    }

    private InputFile(String name, SizedBytes packed) throws IOException {
        this.name = name;
        this.packed = packed;
        this.unpacked = Packing.unpacked(new BufferedInputStream(packed.stream(), BUFFER));
    }

    /**
     * @param path {@code -} is the standard input
     * @throws CommandFailedException if it cannot be opened, or its packing is broken from the start
     */
    public static InputFile open(Path path) {
        String name = path.equals(STANDARD_INPUT) ? "The standard input" : path.toString();
        try {
            if (path.equals(STANDARD_INPUT)) {
                return new InputFile(name, new OfStandardInput(System.in));
            }
            if (Files.isDirectory(path)) {
                throw new CommandFailedException(Exit.BROKEN_INPUT, path + " is a folder, not a file.");
            }
            FileChannel channel = FileChannel.open(path);
            return new InputFile(name, new OfFile(channel, Channels.newInputStream(channel)));
        } catch (IOException failed) {
            throw broken(name, 0, failed);
        }
    }

    /** Where it came from, in words. */
    public String name() {
        return name;
    }

    public InputStream bytes() {
        return unpacked;
    }

    /** @return bytes of the file as it lies there; 0 where nobody knows */
    public long size() {
        try {
            return packed.size();
        } catch (IOException failed) {
            throw broken(name, 0, failed);
        }
    }

    /** @return how many of {@link #size} have been read */
    public long position() {
        try {
            return packed.read();
        } catch (IOException failed) {
            throw broken(name, 0, failed);
        }
    }

    /** @param line that was read last */
    public CommandFailedException broken(long line, IOException failed) {
        return broken(name, line, failed);
    }

    private static CommandFailedException broken(String name, long line, IOException failed) {
        String where = line == 0 ? "" : " after line " + line;
        return new CommandFailedException(
                Exit.BROKEN_INPUT, name + " cannot be read" + where + ": " + Sentences.of(failed) + ".");
    }

    @Override
    public void close() {
        try {
            packed.close();
        } catch (IOException failed) {
            throw broken(name, 0, failed);
        }
    }
}
