package dev.counterpoint.infra.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.infra.benchmarks.platform.CounterpointCommand;
import dev.counterpoint.infra.benchmarks.platform.Platform;
import dev.counterpoint.infra.benchmarks.store.LastfmSource;
import dev.counterpoint.infra.benchmarks.store.PublishedEvents;
import dev.counterpoint.infra.benchmarks.store.StoredImport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code kill -9} in the middle of an import, and the same import again: nothing is lost and nothing is doubled, in the store as in the topic,
 * counted event by event against the archive. Takes minutes: {@code -Pfaults}. With {@code -Dcounterpoint.lastfm=PATH} it takes the real archive.
 */
class KilledWhileImportingIT {
    private static final Duration ARRIVAL = Duration.ofMinutes(3);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final CounterpointCommand command =
            CounterpointCommand.built(Path.of(System.getProperty("counterpoint.root")));

    @TempDir
    private Path folder;

    private Path archive;
    private LastfmSource source;

    @BeforeEach
    void takeAnArchive() {
        String real = System.getProperty("counterpoint.lastfm", "");
        archive = real.isEmpty()
                ? MadeUpArchive.of(2_000, 500, 50).writtenTo(folder.resolve("made-up.tar.gz"))
                : Path.of(real);
        source = LastfmSource.of(archive);
    }

    @Test
    void the_server_killed_twice_loses_nothing_and_doubles_nothing() throws Exception {
        killDuringTheImport(Platform.up(command, data()), "server", settledMoreThan(0));
        killDuringTheImport(Platform.up(command, data()), "server", settledMoreThan(source.interactions() / 2));

        try (Platform platform = Platform.up(command, data())) {
            importAgain(platform);
            assertWhole(platform);
        }
    }

    @Test
    void cassandra_killed_loses_nothing_and_doubles_nothing() throws Exception {
        try (Platform platform = Platform.up(command, data())) {
            killDuringTheImport(platform, "cassandra", settledMoreThan(source.interactions() / 4));
            importAgain(platform);
            assertWhole(platform);
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    /** What the import did after the kill is its own affair: gone on, or ended. */
    private void killDuringTheImport(Platform platform, String process, Moment moment) throws Exception {
        Process running = platform.start("import", "lastfm", archive.toString());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!moment.hasCome()) {
            assertThat(running.isAlive())
                    .as("the import was over before anything was killed")
                    .isTrue();
            assertThat(System.nanoTime()).as("time").isLessThan(deadline);
            running.waitFor(20, TimeUnit.MILLISECONDS);
        }
        platform.kill(process);
        assertThat(running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    private void importAgain(Platform platform) {
        JsonNode figures =
                JsonMapper.shared().readTree(platform.run("import", "lastfm", archive.toString(), "--format", "json"));
        assertThat(figures.at("/interactions/total").longValue()).isEqualTo(source.interactions());
        assertThat(figures.at("/interactions/rejected").longValue()).isZero();
    }

    private void assertWhole(Platform platform) {
        StoredImport stored = StoredImport.of(platform, source);
        assertThat(stored.differences()).isEmpty();
        assertThat(stored.cards()).isEqualTo(source.cards().size());
        assertThat(stored.listeners()).isEqualTo(source.plays().size());
        assertThat(stored.interactions()).isEqualTo(source.interactions());
        try (PublishedEvents published = new PublishedEvents(platform.kafka())) {
            assertThat(published.missing(stored.lengths(), ARRIVAL))
                    .as("streams of which an event did not reach Kafka")
                    .isEmpty();
        }
    }

    private interface Moment {
        boolean hasCome();
    }

    private Moment settledMoreThan(long interactions) {
        return () -> journals().stream()
                .anyMatch(journal -> journal.at("/tallies/interactions/settled").longValue(0) > interactions);
    }

    private List<JsonNode> journals() {
        Path imports = data().resolve("imports");
        if (!Files.isDirectory(imports)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(imports)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .map(KilledWhileImportingIT::read)
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return JsonMapper.shared().readTree(Files.readAllBytes(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
