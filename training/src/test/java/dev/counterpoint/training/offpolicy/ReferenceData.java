package dev.counterpoint.training.offpolicy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reference results that lie beside the project, where they do. */
final class ReferenceData {
    private ReferenceData() {}

    /** The file; where it is absent the test is skipped, and the reason says so. */
    static Path file(String name) {
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

    static JsonNode json(String name) {
        try {
            return JsonMapper.shared().readTree(Files.readString(file(name)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static double[] doubles(JsonNode array) {
        return array.valueStream().mapToDouble(JsonNode::doubleValue).toArray();
    }
}
