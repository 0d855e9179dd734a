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
import org.jspecify.annotations.Nullable;

/** A file, or the standard input, that is read once from its start: as it is, or unpacked where its first bytes say gzip or zstd. Not thread-safe. */
public final class InputFile implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final Path STANDARD_INPUT = Path.of("-");

    private final String name;
    private final @Nullable FileChannel channel;
    private final BufferedInputStream packed;
    private final InputStream unpacked;

    /** @param channel null where nobody knows how much there will be */
    private InputFile(String name, @Nullable FileChannel channel, InputStream stream) throws IOException {
        this.name = name;
        this.channel = channel;
        this.packed = new BufferedInputStream(stream, BUFFER);
        this.unpacked = Packing.unpacked(packed);
    }

    /**
     * @param path {@code -} is the standard input
     * @throws CommandFailedException as {@link #ofFile} does
     */
    public static InputFile open(Path path) {
        return path.equals(STANDARD_INPUT) ? ofStandardInput() : ofFile(path);
    }

    private static InputFile ofStandardInput() {
        String name = "The standard input";
        try {
            return new InputFile(name, null, System.in);
        } catch (IOException failed) {
            throw broken(name, 0, failed);
        }
    }

    /** @throws CommandFailedException if it cannot be opened, or its packing is broken from the start */
    public static InputFile ofFile(Path path) {
        if (Files.isDirectory(path)) {
            throw new CommandFailedException(Exit.BROKEN_INPUT, path + " is a folder, not a file.");
        }
        try {
            FileChannel channel = FileChannel.open(path);
            return new InputFile(path.toString(), channel, Channels.newInputStream(channel));
        } catch (IOException failed) {
            throw broken(path.toString(), 0, failed);
        }
    }

    /** Where it came from, in words. */
    public String name() {
        return name;
    }

    public InputStream bytes() {
        return unpacked;
    }

    /** Whether only the end of the file tells that it is whole. */
    public boolean isPacked() {
        return unpacked != packed;
    }

    /** @return bytes of the file as it lies there; 0 where nobody knows */
    public long size() {
        try {
            return channel == null ? 0 : channel.size();
        } catch (IOException failed) {
            throw broken(name, 0, failed);
        }
    }

    /** @return how many of {@link #size} have been read */
    public long position() {
        try {
            return channel == null ? 0 : channel.position();
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
            if (channel != null) {
                channel.close();
            }
        } catch (IOException failed) {
            throw broken(name, 0, failed);
        }
    }
}
