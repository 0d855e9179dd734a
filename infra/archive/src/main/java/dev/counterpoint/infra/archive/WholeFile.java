package dev.counterpoint.infra.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that is there as a whole or not at all, also after a crash: it is written beside its place, and moved there. */
final class WholeFile {
    private WholeFile() {}

    /** Where it is written. */
    static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ".new");
    }

    /** Moves what was written {@link #beside} to its place, over what is there. */
    static void putInPlace(Path file) throws IOException {
        Path fresh = beside(file);
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static void write(Path file, byte[] content) throws IOException {
        Files.write(beside(file), content);
        putInPlace(file);
    }
}
