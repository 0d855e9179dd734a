package dev.counterpoint.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.counterpoint.infra.cli.terminal.Exit;
import dev.counterpoint.infra.cli.testing.CommandRun;
import dev.counterpoint.infra.cli.testing.Packed;
import dev.counterpoint.infra.cli.testing.Screen;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code evaluate log}, on made-up logs whose truth is known and on what may be wrong with them. */
class EvaluateLogTest {
    private static final int LISTENERS = 3_000;
    /** Both actions evenly: (.4 + .2) / 2. */
    private static final double VALUE = 0.3;

    private static final String ROW =
            "{\"cluster\": \"ann\", \"actions\": [\"rare\", \"often\"], \"propensities\": [0.25, 0.75],"
                    + " \"target\": [0.5, 0.5], \"chosen\": \"rare\", \"reward\": 1, \"predicted\": [0.4, 0.2]}";

    @TempDir
    private Path folder;

    @Test
    void aSoundLog_isJudged() throws IOException {
        CommandRun run = evaluate(file(logged(2)), "--format", "json");

        assertThat(run.exit()).as(run.sentences()).isZero();
        JsonNode judged = new JsonMapper().readTree(run.figures());
        assertThat(judged.path("overlap").path("rows").longValue()).isEqualTo(2 * LISTENERS);
        assertThat(judged.path("overlap").path("clusters").longValue()).isEqualTo(LISTENERS);
        assertThat(judged.path("overlap").path("largestWeight").doubleValue()).isEqualTo(2);
        assertThat(judged.path("overlap").path("unsupported").doubleValue()).isZero();
        assertThat(judged.path("estimates")
                        .valueStream()
                        .map(each -> each.path("estimator").stringValue()))
                .containsExactly(
                        "IPS", "SNIPS", "SNIPS gain", "DM", "DR", "SNDR", "CIPS λ=10", "Switch-DR λ=10", "DRos λ=100");
        for (String name : List.of("IPS", "SNIPS", "DR", "SNDR")) {
            JsonNode interval = estimate(run, name).path("interval");
            assertThat(VALUE)
                    .as(name)
                    .isBetween(interval.path(0).doubleValue(), interval.path(1).doubleValue());
        }
        // (.4 + .2) / 2 less (.25 · .4 + .75 · .2).
        assertThat(estimate(run, "SNIPS gain").path("value").doubleValue()).isCloseTo(0.05, within(0.03));
        assertThat(run.sentences())
                .contains("(100 %)", "rows by cluster: 6,000 of 6,000")
                .doesNotContain("a cluster of its own");
    }

    @Test
    void rowsOfOneCluster_mayStandAnywhere() throws IOException {
        List<String> lines = logged(3);
        CommandRun together = evaluate(file(lines), "--format", "json");
        Collections.shuffle(lines, new Random(5));
        CommandRun apart = evaluate(file(lines), "--format", "json");

        for (String name : List.of("IPS", "SNIPS", "DR")) {
            assertThat(estimate(apart, name).path("interval").path(0).doubleValue())
                    .isCloseTo(estimate(together, name).path("interval").path(0).doubleValue(), within(1e-12));
        }
        assertThat(new JsonMapper()
                        .readTree(apart.figures())
                        .path("overlap")
                        .path("clusters")
                        .longValue())
                .isEqualTo(LISTENERS);
    }

    @Test
    void bothFormsOfALine_sayTheSame() throws IOException {
        Random chance = new Random(1);
        List<String> simple = new ArrayList<>();
        for (int listener = 0; listener < LISTENERS; listener++) {
            boolean isRare = chance.nextInt(4) == 0;
            simple.add(String.format(
                    Locale.ROOT,
                    "{\"cluster\": \"l%d\", \"action\": \"x\", \"propensity\": %s, \"targetPropensity\": 0.5, \"reward\": %d,"
                            + " \"predicted\": %s, \"expected\": 0.3}",
                    listener,
                    isRare ? "0.25" : "0.75",
                    chance.nextDouble() < (isRare ? 0.4 : 0.2) ? 1 : 0,
                    isRare ? "0.4" : "0.2"));
        }
        CommandRun one = evaluate(file(logged(1)), "--format", "json");
        CommandRun other = evaluate(file(simple), "--format", "json");

        for (String name : List.of("SNIPS", "DM", "DR")) {
            assertThat(estimate(other, name).path("value").doubleValue())
                    .isCloseTo(estimate(one, name).path("value").doubleValue(), within(1e-12));
        }
        // Of what the log never does, a line of the chosen action alone says nothing.
        assertThat(new JsonMapper()
                        .readTree(other.figures())
                        .path("overlap")
                        .path("unsupported")
                        .isNull())
                .isTrue();
    }

    @Test
    void withoutClustersAndPredictions_eachRowIsOne_andNoModelIsAsked() throws IOException {
        List<String> lines = logged(1).stream()
                .map(line -> line.replaceAll("\"cluster\": \"[^\"]*\", ", "").replaceAll(", \"predicted\": [^}]*", ""))
                .toList();

        CommandRun run = evaluate(file(lines), "--format", "json");

        assertThat(new JsonMapper()
                        .readTree(run.figures())
                        .path("estimates")
                        .valueStream()
                        .map(each -> each.path("estimator").stringValue()))
                .containsExactly("IPS", "SNIPS", "SNIPS gain", "CIPS λ=10");
        assertThat(run.sentences()).contains("Each row is a cluster of its own: the rows name none.");
        assertBroken(evaluate(file(lines), "--estimators", "DR"), "DR needs predictions, and the first row has none.");
    }

    @Test
    void statedBounds_giveIntervalsForAnyNumberOfClusters() throws IOException {
        Path log = file(logged(1));
        CommandRun run = evaluate(log, "--format", "json", "--rewards", "0,1", "--largest-weight", "2");

        for (String name : List.of("IPS", "DR")) {
            JsonNode estimate = estimate(run, name);
            for (String method : List.of("bernstein", "atAllTimes")) {
                assertThat(VALUE)
                        .as(name + " " + method)
                        .isBetween(
                                estimate.path(method).path(0).doubleValue(),
                                estimate.path(method).path(1).doubleValue());
            }
        }
        assertThat(estimate(run, "SNIPS").path("bernstein").isNull()).isTrue();
        assertBroken(
                evaluate(log, "--rewards", "0,1", "--largest-weight", "1.9"),
                "weighs 2.0, more than the 1.9 that were stated");
        assertBroken(
                evaluate(log, "--rewards", "0,0.5", "--largest-weight", "2"),
                "reward is 1.0, not 0.0 to 0.5 as was stated");
        assertThat(evaluate(log, "--rewards", "1,0").exit()).isEqualTo(Exit.USAGE.code());
        assertThat(evaluate(log, "--largest-weight", "0").exit()).isEqualTo(Exit.USAGE.code());
    }

    @Test
    void aRowThatWasNextToImpossible_isRefusedByTheGate_andNamed() throws IOException {
        List<String> lines = logged(2);
        lines.set(40, ROW.replace("[0.25, 0.75]", "[0.000001, 0.999999]").replace("\"reward\": 1", "\"reward\": 0"));

        CommandRun run = evaluate(file(lines), "--format", "json");

        assertThat(run.exit()).isZero();
        for (String name : List.of("SNIPS", "DM", "CIPS λ=10")) {
            assertThat(estimate(run, name).path("value").isNull()).isTrue();
            assertThat(estimate(run, name).path("refused").stringValue())
                    .contains("line 41 weighs 500000.0, more than 20", "an effective 1 clusters are fewer than 1000");
        }
    }

    @Test
    void whatTheLogNeverDoes_isRefusedByTheGate() throws IOException {
        List<String> lines = logged(1).stream()
                .map(line -> line.replace("\"often\"]", "\"often\", \"never\"]")
                        .replace("0.75]", "0.75, 0]")
                        .replace("[0.5, 0.5]", "[0.49, 0.49, 0.02]")
                        .replace("0.2]", "0.2, 0.9]"))
                .toList();

        assertThat(estimate(evaluate(file(lines), "--format", "json"), "SNIPS")
                        .path("refused")
                        .stringValue())
                .isEqualTo(
                        "the other policy does with a probability of 0.0200 what the log never does, more than 0.01");
    }

    @Test
    void rowsAtFault_areNamed() throws IOException {
        Map<String, String> faults = new LinkedHashMap<>();
        faults.put("{\"cluster\": \"ann\",", "is not JSON in UTF-8");
        faults.put("[]", "is not a JSON object");
        faults.put(ROW.replace("[0.25, 0.75]", "[0, 1]"), "the propensity of the chosen action is 0.0, not above 0");
        faults.put(ROW.replace("[0.25, 0.75]", "[-0.25, 1.25]"), "one of propensities is -0.25, not 0 to 1");
        faults.put(ROW.replace("[0.25, 0.75]", "[0.25, 0.7]"), "propensities sum to 0.95, not to 1");
        faults.put(ROW.replace("[0.25, 0.75]", "[NaN, 0.75]"), "one of propensities is NaN, not a finite number");
        faults.put(ROW.replace("[0.25, 0.75]", "\"x\""), "propensities is not an array of numbers");
        faults.put(ROW.replace("[0.5, 0.5]", "[0.5, 0.4]"), "target sum to 0.9, not to 1");
        faults.put(ROW.replace("[0.5, 0.5]", "[1]"), "target is not an array of 2 numbers");
        faults.put(
                ROW.replace("\"chosen\": \"rare\"", "\"chosen\": \"jazz\""),
                "chosen is \"jazz\", not one of the 2 actions");
        faults.put(ROW.replace("\"chosen\": \"rare\"", "\"chosen\": 2"), "chosen is 2, not one of the 2 actions");
        faults.put(ROW.replace("\"rare\", \"often\"", "\"rare\", \"rare\""), "actions are not all different strings");
        faults.put(ROW.replace("\"reward\": 1", "\"reward\": NaN"), "reward is NaN, not a finite number");
        faults.put(ROW.replace("\"reward\": 1, ", ""), "has no reward");
        faults.put(ROW.replace(", \"predicted\": [0.4, 0.2]", ""), "has no predictions, as others have");
        faults.put(ROW.replace("\"cluster\": \"ann\", ", ""), "has no cluster, as others have");
        faults.put(
                ROW.replace("\"cluster\": \"ann\"", "\"cluster\": []"),
                "cluster is neither a string nor a whole number");
        faults.put(ROW.replace("propensities", "odds"), "has both propensities and propensity, or neither");
        faults.put(simple("0"), "propensity is 0.0, not above 0 and at most 1");
        faults.put(simple("1.5"), "propensity is 1.5, not above 0 and at most 1");
        faults.put(simple("1e-320"), "has a propensity so small that its weight is no number");
        for (Map.Entry<String, String> fault : faults.entrySet()) {
            assertBroken(
                    evaluate(file(List.of(ROW, fault.getKey()))), "1 row is at fault", "line 2: " + fault.getValue());
        }
    }

    private static String simple(String propensity) {
        return "{\"cluster\": \"bob\", \"propensity\": " + propensity
                + ", \"targetPropensity\": 0.5, \"reward\": 0, \"predicted\": 0.1, \"expected\": 0.1}";
    }

    @Test
    void ofManyRowsAtFault_theFirstFiveAreNamed() throws IOException {
        List<String> lines = new ArrayList<>(Collections.nCopies(9, "{}"));
        lines.add(0, ROW);

        CommandRun run = evaluate(file(lines));

        assertBroken(run, "9 rows are at fault, the first of them:", "line 2: ", "line 6: ");
        assertThat(run.sentences()).doesNotContain("line 7: ");
    }

    @Test
    void aLogThatHoldsNothing_isRefused() throws IOException {
        assertBroken(evaluate(file(List.of(""))), "there are no rows in it");
        assertBroken(evaluate(Files.createFile(folder.resolve("empty"))), "there are no rows in it");
        assertBroken(evaluate(file(List.of(ROW, ROW))), "there is one cluster only, in 2 rows (lines 1, 2 first)");
        String certain = ROW.replace("[0.25, 0.75]", "[1, 0]");
        assertBroken(
                evaluate(file(List.of(certain, certain.replace("ann", "bob")))),
                "nothing was explored. The logged probability is 1 in 2 rows of 2 (lines 1, 2 first)");
        assertBroken(evaluate(folder.resolve("none")), "there is no such file");
        assertBroken(evaluate(folder), "is a folder");
    }

    @Test
    void packedLogs_areRead_butNotACutOne() throws IOException {
        byte[] plain = (String.join("\n", logged(1)) + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] packed = Packed.gzip(plain);
        Path whole = Files.write(folder.resolve("log.gz"), packed);
        Path cut = Files.write(folder.resolve("cut.gz"), Arrays.copyOf(packed, packed.length / 2));

        CommandRun run = evaluate(whole);

        assertThat(run.figures()).isEqualTo(evaluate(file(logged(1))).figures()).contains("SNIPS");
        assertBroken(evaluate(cut), "cut.gz cannot be read after line ");
    }

    @Test
    void theStandardInput_isReadToo() throws IOException {
        byte[] log = (String.join("\n", logged(1)) + "\n").getBytes(StandardCharsets.UTF_8);
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(log));
            assertThat(evaluate(Path.of("-")).figures())
                    .isEqualTo(evaluate(file(logged(1))).figures());
        } finally {
            System.setIn(before);
        }
    }

    /** Two actions, logged with 0.25 and 0.75, wanted evenly; one earns 0.4 and one 0.2 of the time. */
    private static List<String> logged(int rowsOfAListener) {
        Random chance = new Random(1);
        List<String> lines = new ArrayList<>();
        for (int listener = 0; listener < LISTENERS; listener++) {
            for (int row = 0; row < rowsOfAListener; row++) {
                boolean isRare = chance.nextInt(4) == 0;
                int reward = chance.nextDouble() < (isRare ? 0.4 : 0.2) ? 1 : 0;
                lines.add(ROW.replace("ann", "l" + listener)
                        .replace(
                                "\"chosen\": \"rare\"",
                                "\"chosen\": "
                                        + (row % 2 == 0 ? isRare ? "\"rare\"" : "\"often\"" : isRare ? "0" : "1"))
                        .replace("\"reward\": 1", "\"reward\": " + reward));
            }
        }
        return lines;
    }

    private static JsonNode estimate(CommandRun run, String name) {
        return new JsonMapper()
                .readTree(run.figures())
                .path("estimates")
                .valueStream()
                .filter(each -> each.path("estimator").stringValue().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void assertBroken(CommandRun run, String... said) {
        assertThat(run.exit()).as(run.sentences()).isEqualTo(Exit.BROKEN_INPUT.code());
        assertThat(run.figures()).isEmpty();
        assertThat(run.sentences()).contains(said);
    }

    private Path file(List<String> lines) throws IOException {
        return Files.writeString(folder.resolve("log.ndjson"), String.join("\n", lines) + "\n");
    }

    private static CommandRun evaluate(Path log, String... more) {
        Screen screen = new Screen();
        String[] arguments = Stream.concat(Stream.of("evaluate", "log", log.toString()), Stream.of(more))
                .toArray(String[]::new);
        int exit = Counterpoint.commandLine(screen.terminal()).execute(arguments);
        return new CommandRun(exit, screen.figures(), screen.sentences());
    }
}
