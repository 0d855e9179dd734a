package dev.counterpoint.infra.server.data;

import dev.counterpoint.infra.embedded.DataFolderLock;
import dev.counterpoint.infra.server.StartRefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that holds what must outlive the process. It belongs to one process at a time. */
public final class DataFolder implements AutoCloseable {
    /** Below this the embedded servers would fail later, in worse words. */
    private static final long LEAST_FREE_BYTES = 256L << 20;

    private final Path path;
    private final DataFolderLock lock;

    private DataFolder(Path path, DataFolderLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Takes the folder, made where it is missing.
     *
     * @throws dev.counterpoint.infra.embedded.EmbeddedServerException if another process has it
     * @throws StartRefusedException if it cannot be used, or its disk is as good as full
     */
    public static DataFolder take(Path path) {
        return take(path, LEAST_FREE_BYTES);
    }

    static DataFolder take(Path path, long leastFreeBytes) {
        Path folder = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            requireSpace(folder, leastFreeBytes);
            return new DataFolder(folder, DataFolderLock.of(folder));
        } catch (IOException | UncheckedIOException unusable) {
            throw new StartRefusedException(
                    "The data folder " + folder + " cannot be used: it must be a folder that can be written to.",
                    unusable);
        }
    }

    /** Absolute. */
    public Path path() {
        return path;
    }

    public SecretKeys keys() {
        return new SecretKeys(path);
    }

    public ServerCard serverCard() {
        return new ServerCard(path);
    }

    /** Gives it back. */
    @Override
    public void close() {
        lock.close();
    }

    private static void requireSpace(Path folder, long leastFreeBytes) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < leastFreeBytes) {
            throw new StartRefusedException("The disk of the data folder " + folder + " is full: " + (free >> 20)
                    + " MiB are free, and at least " + (leastFreeBytes >> 20) + " MiB are needed.");
        }
    }
}
