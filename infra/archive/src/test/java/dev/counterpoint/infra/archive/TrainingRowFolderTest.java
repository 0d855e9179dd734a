package dev.counterpoint.infra.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.domain.decision.DecisionId;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.feature.HomeFeatures;
import dev.counterpoint.domain.home.Grid;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.training.replay.Window;
import dev.counterpoint.training.row.ExposureWeights;
import dev.counterpoint.training.row.PageOutcome;
import dev.counterpoint.training.row.ShownSlot;
import dev.counterpoint.training.run.TrainingRowFiles.RowsOfPage;
import dev.counterpoint.training.run.TrainingRowFiles.RowsOfRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrainingRowFolderTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final RowsOfRun RUN = new RowsOfRun(
            "run-1",
            new Window(NOON, NOON.plus(Duration.ofDays(1))),
            HomeFeatures.HOME_1,
            ExposureWeights.STANDARD,
            "1.2");

    @TempDir
    private Path folder;

    private TrainingRowFolder files;

    @BeforeEach
    void open() {
        files = new TrainingRowFolder(folder);
    }

    private static RowsOfPage page(String decision, String listener, int cards) {
        PageOutcome outcome = new PageOutcome(new Grid(1, 10));
        outcome.credit(InteractionType.PLAY, 60_000L, 0, 0);
        outcome.credit(InteractionType.SAVE, null, 0, 1);
        List<ShownSlot> slots = new ArrayList<>();
        for (int column = 0; column < cards; column++) {
            float[] features = new float[RUN.set().size()];
            features[2] = column + 0.5f;
            slots.add(new ShownSlot(new StreamId(listener), NOON, 0, column, features, 10, 0.25, outcome));
        }
        return new RowsOfPage(new DecisionId(decision), slots);
    }

    @Test
    void rows_are_read_by_name_with_rewards_and_features() throws IOException {
        files.write(RUN, 0, sink -> {
            sink.accept(page("d-1", "l-1", 2));
            sink.accept(page("d-2", "l-2", 1));
            sink.accept(page("d-3", "l-1", 1));
        });
        List<Group> rows = rows(0);

        assertThat(rows).hasSize(4);
        Group second = rows.get(1);
        assertThat(second.getString("decision_id", 0)).isEqualTo("d-1");
        assertThat(second.getLong("served_at", 0)).isEqualTo(NOON.toEpochMilli() * 1_000);
        assertThat(second.getInteger("column", 0)).isEqualTo(1);
        assertThat(second.getInteger("list_length", 0)).isEqualTo(10);
        assertThat(second.getDouble("marginal_propensity", 0)).isEqualTo(0.25);
        assertThat(second.getFloat("exposure_weight", 0)).isEqualTo(0.4f);
        assertThat(second.getGroup("rewards", 0).getFloat("save", 0)).isEqualTo(1);
        assertThat(rows.get(0).getGroup("rewards", 0).getFloat("playedMs", 0)).isEqualTo(0.1f);
        assertThat(second.getGroup("features", 0)
                        .getFloat(RUN.set().features().get(2).name(), 0))
                .isEqualTo(1.5f);
    }

    @Test
    void a_listener_has_one_number_in_a_run_and_another_in_the_next() throws IOException {
        files.write(RUN, 0, sink -> sink.accept(page("d-1", "l-1", 1)));
        files.write(RUN, 1, sink -> {
            sink.accept(page("d-2", "l-2", 1));
            sink.accept(page("d-3", "l-1", 1));
        });
        RowsOfRun next = new RowsOfRun("run-2", RUN.window(), RUN.set(), RUN.weights(), RUN.code());
        files.write(next, 0, sink -> sink.accept(page("d-1", "l-1", 1)));

        long first = rows(0).get(0).getLong("listener", 0);
        assertThat(rows(1).get(1).getLong("listener", 0)).isEqualTo(first);
        assertThat(rows(1).get(0).getLong("listener", 0)).isNotEqualTo(first);
        assertThat(read(folder.resolve("run-2/part-000.parquet")).get(0).getLong("listener", 0))
                .isNotEqualTo(first);
    }

    @Test
    void a_manifest_says_what_all_files_are_once_they_are_there() throws IOException {
        files.write(RUN, 0, sink -> sink.accept(page("d-1", "l-1", 2)));
        assertThatThrownBy(() -> files.finish(RUN, 2)).isInstanceOf(UncheckedIOException.class);
        assertThat(folder.resolve("run-1/manifest.json")).doesNotExist();
        files.write(RUN, 1, sink -> {});
        files.finish(RUN, 2);

        JsonNode manifest = new JsonMapper().readTree(Files.readAllBytes(folder.resolve("run-1/manifest.json")));
        assertThat(manifest.path("runId").stringValue()).isEqualTo("run-1");
        assertThat(manifest.path("to").stringValue()).isEqualTo("2026-03-02T12:00:00Z");
        assertThat(manifest.path("featureSet").stringValue()).isEqualTo("home-1");
        assertThat(manifest.path("features")).hasSize(RUN.set().size());
        assertThat(manifest.path("rewards").path("playedMs").stringValue()).contains("600000");
        assertThat(manifest.path("rows").longValue()).isEqualTo(2);
        assertThat(manifest.path("code").stringValue()).isEqualTo("1.2");
        assertThat(manifest.path("parts").path(1).path("rows").longValue()).isZero();
        assertThat(manifest.path("parts").path(0).path("sha256").stringValue()).hasSize(64);
    }

    @Test
    void a_part_that_was_not_written_to_its_end_is_not_there() throws IOException {
        assertThatIllegalStateException()
                .isThrownBy(() -> files.write(RUN, 0, sink -> {
                    sink.accept(page("d-1", "l-1", 2));
                    throw new IllegalStateException("stopped");
                }));

        assertThat(files.has(RUN, 0)).isFalse();
        try (Stream<Path> left = Files.list(folder.resolve("run-1"))) {
            assertThat(left).isEmpty();
        }
        files.write(RUN, 0, sink -> sink.accept(page("d-1", "l-1", 2)));
        assertThat(files.has(RUN, 0)).isTrue();
    }

    private List<Group> rows(int part) throws IOException {
        return read(folder.resolve("run-1").resolve(PartFile.name(part)));
    }

    private static List<Group> read(Path file) throws IOException {
        List<Group> rows = new ArrayList<>();
        try (ParquetReader<Group> reader = new Groups(new LocalInputFile(file)).build()) {
            for (Group row = reader.read(); row != null; row = reader.read()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static final class Groups extends ParquetReader.Builder<Group> {
        Groups(InputFile file) {
            super(file, new PlainParquetConfiguration());
        }

        @Override
        protected ReadSupport<Group> getReadSupport() {
            return new GroupReadSupport();
        }
    }
}
