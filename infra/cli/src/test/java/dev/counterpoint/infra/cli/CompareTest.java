package dev.counterpoint.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.infra.cli.terminal.Exit;
import dev.counterpoint.infra.cli.testing.CommandRun;
import dev.counterpoint.infra.cli.testing.RecordingPlatform;
import dev.counterpoint.infra.cli.testing.Screen;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** {@code compare}, on a made-up comparison that has all there can be: arms, intervals of all kinds, refusals, names to escape. */
class CompareTest {
    private static final String RUNS = "/v1/training-runs?limit=500";

    @TempDir
    private Path folder;

    private final RecordingPlatform platform = new RecordingPlatform();

    @BeforeEach
    void run() {
        platform.runningOn(folder)
                .answering(
                        RUNS,
                        "{\"items\": [{\"runId\": \"run-1\", \"state\": \"finished\"},"
                                + " {\"runId\": \"run-f\", \"state\": \"failed\"}], \"nextCursor\": \"run-f\"}")
                .answering(
                        RUNS + "&cursor=run-f",
                        "{\"items\": [{\"runId\": \"run-2\", \"state\": \"finished\", \"reward\": \"click\"},"
                                + " {\"runId\": \"run-3\", \"state\": \"open\", \"reward\": \"click\"}]}")
                .answering("/v1/training-runs/run-2/comparison", comparison());
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void theNewestFinishedTraining_isShown_armsBeforeCandidates() {
        CommandRun run = compare();

        assertThat(run.exit()).as(run.sentences()).isZero();
        List<String> lines = run.figures().lines().toList();
        assertThat(lines.get(0)).contains("run-2", "2026-05-01T00:00:00Z", "2026-06-01T00:00:00Z");
        assertThat(lines.get(1)).contains("click", "all", "95 %");
        assertThat(lines.subList(4, 11).stream().map(line -> line.split(" {2,}")[0]))
                .containsExactly(
                        "served: model",
                        "served: popularity",
                        "served: uniform",
                        "m-good",
                        "m-same",
                        "popularity",
                        "m-<b>&\"few\"");
    }

    @Test
    void aRow_hasValueDifferenceAndWhatTheLogTells() {
        List<String> cells = List.of(rowOf(compare(), "m-good").split(" {2,}"));

        assertThat(cells)
                .containsExactly(
                        "m-good",
                        "DR",
                        "0.3500 [0.3400, 0.3600]",
                        "+0.0500 [+0.0300, +0.0700] (all)",
                        "0.0140",
                        "2,100");
    }

    @Test
    void aWithheldValue_saysWhy() {
        assertThat(rowOf(compare(), "m-<b>&\"few\""))
                .endsWith("withheld: 812 clusters are fewer than 2000; the largest weight of <b>31</b> is above 20");
    }

    @Test
    void otherEstimators_areShownOnRequest_withoutAPromise() {
        assertThat(compare().figures()).doesNotContain("Switch-DR", "served by m-0", "promises no coverage");

        CommandRun all = compare("--all");

        assertThat(all.figures())
                .contains("Switch-DR λ=5", "RIPS in a shelf", "served by m-0", "(*) promises no coverage");
        assertThat(all.figures().lines().filter(line -> line.contains("Switch-DR")))
                .isNotEmpty()
                .allMatch(line -> line.contains("] (*)"));
    }

    @Test
    void belowTheTable_standExplorationArmsAuditWarningsAndLimits() {
        assertThat(compare().figures())
                .contains("same scores without chance would change what a page earns by +0.0100 [-0.0100, +0.0300].")
                .contains("m-good over the measured arm popularity: +0.1000 [+0.0600, +0.1400]")
                .contains("m-good over the measured arm uniform: +0.1500 [+0.1100, +0.1900]")
                .contains("The logged probabilities of 123,456 slots were computed again; all came out the same.")
                .contains("- m-good, click: the mean weight is 1.08 & should be 1")
                .contains("measured by arms and canaries only");
    }

    @Test
    void aSlice_hasIntervalsOfItsOwn() {
        CommandRun run = compare("--slice", "tier=premium");

        assertThat(rowOf(run, "m-good")).contains("+0.0600 [+0.0500, +0.0700]").doesNotContain("(all)");
        assertThat(run.figures()).contains("The cost of exploration was not estimated.");
    }

    @Test
    void anotherReward_hasDigitsOfItsOwn() {
        assertThat(rowOf(compare("--reward", "playedMs"), "m-good"))
                .contains("14,000 [13,600, 14,400]", "+2,000 [+1,200, +2,800] (all)");
    }

    @Test
    void whatIsNotThere_isRefused_withWhatThereIs() {
        CommandRun run = compare("--reward", "playedMs", "--slice", "tier=free");

        assertThat(run.exit()).isEqualTo(Exit.USAGE.code());
        assertThat(run.figures()).isEmpty();
        assertThat(run.sentences()).contains("click, playedMs", "tier=premium, tier=free, listener=new");
    }

    @Test
    void mismatches_areNamed() {
        platform.answering(
                "/v1/training-runs/run-2/comparison",
                comparison().replace("\"mismatches\": []", "\"mismatches\": [\"0190-cc row 0 column 1\"]"));

        assertThat(compare().figures())
                .contains("some came out otherwise, so nothing off-policy is said: 0190-cc row 0 column 1.");
    }

    @Test
    void json_isTheAnswer() {
        CommandRun run = compare("--format", "json");

        assertThat(run.exit()).as(run.sentences()).isZero();
        assertThat(new JsonMapper().readTree(run.figures())).isEqualTo(new JsonMapper().readTree(comparison()));
    }

    @Test
    void aTraining_canBeNamed() {
        platform.answering("/v1/training-runs/run%207", "{\"runId\": \"run 7\", \"reward\": \"playedMs\"}")
                .answering("/v1/training-runs/run%207/comparison", comparison());

        CommandRun run = compare("run 7");

        assertThat(run.exit()).as(run.sentences()).isZero();
        assertThat(run.figures()).contains("Reward playedMs, slice all");
    }

    @Test
    void withoutAFinishedTraining_itFails_andSaysHowToGetOne() {
        platform.answering(RUNS, "{\"items\": [{\"runId\": \"run-3\", \"state\": \"open\"}]}");

        CommandRun run = compare();

        assertThat(run.exit()).isEqualTo(Exit.FAILED.code());
        assertThat(run.figures()).isEmpty();
        assertThat(run.sentences())
                .contains("No training has finished yet. Start one with: ./counterpoint train --data " + folder);
    }

    @Test
    void aTrainingThatIsNotThere_isSaidByThePlatform() {
        CommandRun run = compare("run-9");

        assertThat(run.exit()).isEqualTo(Exit.FAILED.code());
        assertThat(run.sentences()).contains("The platform declined the request: 404");
    }

    private static String rowOf(CommandRun run, String policy) {
        return run.figures()
                .lines()
                .filter(line -> line.startsWith(policy + " "))
                .findFirst()
                .orElseThrow();
    }

    static String comparison() {
        try (InputStream file = CompareTest.class.getResourceAsStream("comparison.json")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private CommandRun compare(String... more) {
        Screen screen = new Screen();
        String[] arguments = Stream.concat(Stream.of("compare", "--data", folder.toString()), Stream.of(more))
                .toArray(String[]::new);
        int exit = Counterpoint.commandLine(screen.terminal()).execute(arguments);
        return new CommandRun(exit, screen.figures(), screen.sentences());
    }
}
