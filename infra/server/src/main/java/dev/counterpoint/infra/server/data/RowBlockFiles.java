package dev.counterpoint.infra.server.data;

import dev.counterpoint.training.run.RowBlocks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rows of trainings as files: a folder to a training, a file to a part, moved into its place once it is whole. */
public final class RowBlockFiles implements RowBlocks {
    private final Path folder;

    public RowBlockFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<byte[]> find(String runId, int part) {
        Path file = file(runId, part);
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void put(String runId, int part, byte[] bytes) {
        Path file = file(runId, part);
        Path growing = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(folder.resolve(runId));
            Files.write(growing, bytes);
            Files.move(growing, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void drop(String runId) {
        Path run = folder.resolve(runId);
        if (!Files.exists(run)) {
            return;
        }
        try (Stream<Path> below = Files.walk(run)) {
            List<Path> deepestFirst = below.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.delete(each);
            }
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }

    private Path file(String runId, int part) {
        return folder.resolve(runId).resolve("rows-" + part);
    }
}
