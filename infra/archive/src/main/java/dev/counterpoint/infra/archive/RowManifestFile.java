package dev.counterpoint.infra.archive;

import dev.counterpoint.domain.eventlog.Sha256;
import dev.counterpoint.domain.feature.Feature;
import dev.counterpoint.training.row.Reward;
import dev.counterpoint.training.run.TrainingRowFiles.RowsOfRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is known of the rows of a training, as JSON. It is there once they are whole.
 *
 * @param format of this file and the others, 1
 * @param from pages served then or later
 * @param to pages served before then
 * @param rewards what each means, by name
 * @param weightCap the most that an exposure weighs
 * @param code version of the program
 */
record RowManifestFile(
        int format,
        String runId,
        Instant from,
        Instant to,
        String featureSet,
        List<String> features,
        Map<String, String> rewards,
        double weightCap,
        String code,
        long rows,
        List<Part> parts) {
    private static final int FORMAT = 1;
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** @param sha256 of the file, in hexadecimal */
    record Part(int part, String file, long rows, long bytes, String sha256) {
        static Part of(Path folder, int part) throws IOException {
            Path file = folder.resolve(PartFile.name(part));
            try (InputStream all = Files.newInputStream(file);
                    ParquetFileReader footer = ParquetFileReader.open(new LocalInputFile(file))) {
                return new Part(
                        part,
                        PartFile.name(part),
                        footer.getRecordCount(),
                        Files.size(file),
                        Sha256.of(all).toString());
            }
        }
    }

    /** @throws IOException if a part is not there, or not whole */
    static RowManifestFile of(Path folder, RowsOfRun run, int count) throws IOException {
        List<Part> parts = new ArrayList<>();
        for (int part = 0; part < count; part++) {
            parts.add(Part.of(folder, part));
        }
        Map<String, String> rewards = new LinkedHashMap<>();
        for (Reward reward : Reward.values()) {
            rewards.put(reward.written(), reward.meaning());
        }
        return new RowManifestFile(
                FORMAT,
                run.runId(),
                run.window().from(),
                run.window().to(),
                run.set().name(),
                run.set().features().stream().map(Feature::name).toList(),
                rewards,
                run.weights().cap(),
                run.code(),
                parts.stream().mapToLong(Part::rows).sum(),
                parts);
    }

    /** Replaces the file at once. */
    void write(Path folder) throws IOException {
        WholeFile.write(folder.resolve(ManifestFile.NAME), JSON.writeValueAsBytes(this));
    }
}
