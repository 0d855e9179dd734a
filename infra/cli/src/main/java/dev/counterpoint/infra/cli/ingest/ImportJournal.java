package dev.counterpoint.infra.cli.ingest;

import dev.counterpoint.infra.cli.platform.Sentences;
import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import dev.counterpoint.infra.cli.terminal.Exit;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far an import has come, kept in a file that is replaced as a whole: so an import can be killed at any moment and goes on where
 * it was. One process at a time holds a journal. Not thread-safe.
 */
final class ImportJournal implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private final FileChannel lock;
    private Entry entry;

    private ImportJournal(Path file, FileChannel lock, Entry entry) {
        this.file = file;
        this.lock = lock;
        this.entry = entry;
    }

    /**
     * Opens the journal of an import, or begins it.
     *
     * @param folder made where it is missing
     * @param name of the import, the same for the same data
     * @param now of the import, if this is its first run; later runs have that of the first
     * @throws CommandFailedException if another process holds it, or it cannot be read
     */
    static ImportJournal open(Path folder, String name, Instant now) {
        Path file = folder.resolve(name + ".json");
        try {
            Files.createDirectories(folder);
            FileChannel lock = locked(folder.resolve(name + ".lock"));
            boolean begun = Files.exists(file);
            Entry entry =
                    begun ? JSON.readValue(Files.readAllBytes(file), Entry.class) : new Entry(now, 0, new TreeMap<>());
            ImportJournal journal = new ImportJournal(file, lock, entry);
            if (!begun) {
                journal.record(0, Map.of());
            }
            return journal;
        } catch (IOException failed) {
            throw cannot(file, Sentences.of(failed));
        } catch (JacksonException damaged) {
            throw cannot(file, "it is damaged");
        }
    }

    /** When the first run of this import began. */
    Instant now() {
        return entry.now;
    }

    Tally tally(String kind) {
        return entry.tallies.getOrDefault(kind, Tally.NONE);
    }

    /** How many lines of the file are done with, where it is read in one pass. */
    long lines() {
        return entry.lines;
    }

    /** Notes how far the import has come; durable on return. */
    void record(long lines, Map<String, Tally> changed) {
        Map<String, Tally> tallies = new TreeMap<>(entry.tallies);
        tallies.putAll(changed);
        entry = new Entry(entry.now, lines, tallies);
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            write(beside, JSON.writeValueAsBytes(entry));
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw cannot(file, Sentences.of(failed));
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException failed) {
            throw cannot(file, Sentences.of(failed));
        }
    }

    private static void write(Path to, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(
                to, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** The operating system gives the lock back when the process ends, however it ends. */
    private static FileChannel locked(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isLocked(channel)) {
            channel.close();
            throw new IOException("another process is importing this file");
        }
        return channel;
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException withinThisProcess) {
            return false;
        }
    }

    private static CommandFailedException cannot(Path file, String why) {
        return new CommandFailedException(
                Exit.FAILED, "The progress of the import, " + file + ", cannot be kept: " + why + ".");
    }

    private record Entry(Instant now, long lines, Map<String, Tally> tallies) {}
}
