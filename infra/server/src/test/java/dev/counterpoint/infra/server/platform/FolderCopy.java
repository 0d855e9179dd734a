package dev.counterpoint.infra.server.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A backup of a folder that nobody writes to, or one put back. */
final class FolderCopy {
    private FolderCopy() {}

    /** Whatever was at the target is gone. */
    static void of(Path source, Path target) throws IOException {
        for (Path old : below(target, Comparator.reverseOrder())) {
            Files.delete(old);
        }
        for (Path each : below(source, Comparator.naturalOrder())) {
            Files.copy(each, target.resolve(source.relativize(each).toString()));
        }
    }

    private static List<Path> below(Path folder, Comparator<Path> order) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted(order).toList();
        }
    }
}
