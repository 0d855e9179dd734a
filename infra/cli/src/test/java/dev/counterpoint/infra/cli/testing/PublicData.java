package dev.counterpoint.infra.cli.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real data that lies beside the project, where it does. */
public final class PublicData {
    private PublicData() {}

    /** The file; where it is absent the test is skipped, and the reason says so. */
    public static Path file(String name) {
        String elsewhere = System.getenv("COUNTERPOINT_DATA");
        Path folder = elsewhere == null
                ? Path.of(System.getProperty("counterpoint.root", ""))
                        .toAbsolutePath()
                        .resolveSibling("shared/data")
                : Path.of(elsewhere);
        Path file = folder.resolve(name);
        Assumptions.assumeTrue(Files.exists(file), "the data set is not on this machine: " + file);
        return file;
    }
}
