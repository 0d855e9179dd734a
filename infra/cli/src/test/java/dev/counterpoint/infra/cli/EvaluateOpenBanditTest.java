package dev.counterpoint.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.counterpoint.infra.cli.terminal.Exit;
import dev.counterpoint.infra.cli.testing.CommandRun;
import dev.counterpoint.infra.cli.testing.Packed;
import dev.counterpoint.infra.cli.testing.PublicData;
import dev.counterpoint.infra.cli.testing.Screen;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code evaluate openbandit}, on the small Open Bandit Dataset itself and on what may be wrong with such files. */
class EvaluateOpenBanditTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    @Test
    void randomToBts_isTheReference_andPassesTheGate() throws IOException {
        CommandRun run = evaluate(PublicData.file("openbandit"), "random", "bts", "--format", "json");

        assertThat(run.exit()).as(run.sentences()).isZero();
        JsonNode reference = JSON.readTree(PublicData.file("openbandit/reference-men.json"))
                .path("men")
                .path("random->bts");
        JsonNode judged = JSON.readTree(run.figures());
        assertThat(judged.propertyNames()).containsExactly("estimates", "overlap");
        Map<String, JsonNode> estimates = byReferenceName(judged);
        List<String> names = reference.propertyNames().stream()
                .filter(name -> name.matches("IPS|SNIPS|DM|DR|SNDR|(CIPS|SwitchDR|DRos)\\d+"))
                .toList();
        assertThat(names).hasSize(20);
        for (String name : names) {
            JsonNode estimate = estimates.get(name);
            assertThat(estimate).as(name).isNotNull();
            double value = estimate.path("value").doubleValue();
            assertThat(value).as(name).isCloseTo(reference.path(name).doubleValue(), within(1e-9));
            assertThat(estimate.path("refused").isNull()).as(name).isTrue();
            assertThat(value)
                    .as(name)
                    .isBetween(
                            estimate.path("interval").path(0).doubleValue(),
                            estimate.path("interval").path(1).doubleValue());
            assertThat(estimate.path("promisesCoverage").booleanValue())
                    .as(name)
                    .isEqualTo(name.matches("IPS|SNIPS|DR|SNDR"));
        }
        JsonNode overlap = judged.path("overlap");
        assertThat(overlap.path("rows").longValue()).isEqualTo(10_000);
        assertThat(overlap.path("effectiveClusters").doubleValue())
                .isCloseTo(reference.path("ESS").doubleValue(), within(1e-6));
        assertThat(overlap.path("largestWeight").doubleValue())
                .isCloseTo(reference.path("maxw").doubleValue(), within(1e-9));
        assertThat(overlap.path("unsupported").doubleValue()).isZero();
    }

    private static Map<String, JsonNode> byReferenceName(JsonNode judged) {
        Map<String, JsonNode> estimates = new TreeMap<>();
        judged.path("estimates")
                .forEach(each -> estimates.put(
                        each.path("estimator").stringValue().replace(" λ=", "").replace("-", ""), each));
        return estimates;
    }

    @Test
    void aUniformLog_boundsItsWeights_soIpsHasIntervalsForAnyNumberOfRows() throws IOException {
        CommandRun run = evaluate(
                PublicData.file("openbandit"),
                "random",
                "bts",
                "--format",
                "json",
                "--estimators",
                "ips,dr",
                "--seed",
                "1");

        JsonNode estimates = JSON.readTree(run.figures()).path("estimates");
        JsonNode ips = estimates.path(0);
        // The click rate of Thompson sampling on its own log.
        assertThat(ips.path("bernstein").path(0).doubleValue()).isLessThan(0.0069);
        assertThat(ips.path("bernstein").path(1).doubleValue()).isBetween(0.0069, 0.05);
        assertThat(ips.path("atAllTimes").path(1).doubleValue()).isBetween(0.0069, 0.05);
        // The model was fitted on the same rows.
        assertThat(estimates.path(1).path("bernstein").isNull()).isTrue();
    }

    @Test
    void btsToRandom_isRefused_andNamesItsRows() throws IOException {
        CommandRun run = evaluate(PublicData.file("openbandit"), "bts", "random", "--format", "json");

        assertThat(run.exit()).isZero();
        JsonNode judged = JSON.readTree(run.figures());
        assertThat(judged.path("estimates").size()).isEqualTo(21);
        for (JsonNode estimate : judged.path("estimates")) {
            assertThat(estimate.path("value").isNull()).isTrue();
            assertThat(estimate.path("interval").isNull()).isTrue();
            assertThat(estimate.path("refused").stringValue())
                    .contains("an effective 656 clusters are fewer than 1000", "weighs 178.3, more than 20");
        }
        JsonNode heaviest = judged.path("overlap").path("heaviest").path(0);
        int line = Integer.parseInt(heaviest.path("row").stringValue().substring("line ".length()));
        // 1 / 34 over the propensity that stands in the line that is named.
        String[] cells = lines("bts").get(line - 1).split(",");
        assertThat(1.0 / 34 / Double.parseDouble(cells[5]))
                .isCloseTo(heaviest.path("weight").doubleValue(), within(1e-9));
    }

    @Test
    void text_isATable_theOverlap_andWhatAValueMeans() {
        CommandRun run = evaluate(PublicData.file("openbandit"), "random", "bts");

        assertThat(run.figures().lines().toList())
                .anyMatch(line ->
                        line.matches("SNIPS +0\\.004604 +0\\.00\\d+ and 0\\.00\\d+ +promised, for many clusters"))
                .anyMatch(line -> line.matches("CIPS λ=10 +0\\.004534 .* not promised"))
                .anyMatch(line -> line.contains("tell as much as 2467 clusters of equal weight; 46 rows have a reward"))
                .anyMatch(line ->
                        line.startsWith("A value is that of one step, in the contexts that the logging policy met."));
        assertThat(run.sentences()).contains("Each row is a cluster of its own: the dataset names no users.");
        assertThat(evaluate(PublicData.file("openbandit"), "bts", "random").figures())
                .contains("Refused, whatever the estimator:", "SNIPS                     refused");
    }

    @Test
    void aRowThatWasNextToImpossible_isRefusedByTheGate_andNamed() throws IOException {
        lay(rows -> changed(rows, 99, 5, "1e-6"), false);

        CommandRun run = evaluate(folder, "random", "bts", "--format", "json");

        assertThat(run.exit()).as(run.sentences()).isZero();
        JsonNode estimate = JSON.readTree(run.figures()).path("estimates").path(1);
        assertThat(estimate.path("value").isNull()).isTrue();
        assertThat(estimate.path("refused").stringValue()).contains("line 100 weighs ");
    }

    @Test
    void anItemThatWasNeverShown_isRefusedByTheGate() throws IOException {
        lay(rows -> rows.stream().filter(row -> !row.split(",")[2].equals("0")).toList(), false);

        CommandRun run = evaluate(folder, "random", "bts", "--format", "json", "--estimators", "SNIPS");

        JsonNode judged = JSON.readTree(run.figures());
        // Of the item .0465, .04531 and .05268 at the three positions, which are about equally frequent.
        assertThat(judged.path("overlap").path("unsupported").doubleValue()).isCloseTo(0.0482, within(0.0005));
        assertThat(judged.path("estimates").path(0).path("refused").stringValue())
                .contains(
                        "the other policy does with a probability of 0.048", "what the log never does, more than 0.01");
    }

    @Test
    void packedOrNot_isTheSame() throws IOException {
        lay(rows -> rows, false);
        CommandRun plain = evaluate(folder, "random", "bts");

        assertThat(plain.figures())
                .isEqualTo(
                        evaluate(PublicData.file("openbandit"), "random", "bts").figures());
    }

    @Test
    void rowsAtFault_areCounted_andTheFirstFiveAreNamed() throws IOException {
        Map<String, String> faults = new TreeMap<>();
        faults.put("0", "line 3: propensity_score is 0.0, not above 0 and at most 1");
        faults.put("-0.1", "line 3: propensity_score is -0.1, not above 0 and at most 1");
        faults.put("1.01", "line 3: propensity_score is 1.01, not above 0 and at most 1");
        faults.put("NaN", "line 3: propensity_score is NaN, not above 0 and at most 1");
        faults.put("", "line 3: propensity_score is \"\", not a number");
        for (Map.Entry<String, String> fault : faults.entrySet()) {
            lay(rows -> changed(rows, 2, 5, fault.getKey()), false);
            assertBroken(evaluate(folder, "random", "bts"), "1 row is at fault", fault.getValue());
        }
        lay(rows -> changed(rows, 2, 2, "34"), false);
        assertBroken(evaluate(folder, "random", "bts"), "line 3: item_id is \"34\", not a whole number from 0 to 33");
        lay(rows -> changed(rows, 2, 3, "0"), false);
        assertBroken(evaluate(folder, "random", "bts"), "line 3: position is \"0\", not a whole number from 1 to 3");
        lay(rows -> changed(rows, 2, 4, "NaN"), false);
        assertBroken(evaluate(folder, "random", "bts"), "line 3: click is NaN, not 0 or 1");
        lay(rows -> everyRow(rows, 5, "2"), false);
        CommandRun all = evaluate(folder, "random", "bts");
        assertBroken(all, "10000 rows are at fault", "line 2: ", "line 6: ");
        assertThat(all.sentences()).doesNotContain("line 7: ");
    }

    @Test
    void aLogThatHoldsNothing_isRefused() throws IOException {
        lay(rows -> rows.subList(0, 1), false);
        assertBroken(evaluate(folder, "random", "bts"), "there are no rows in it");
        lay(rows -> List.of(), false);
        assertBroken(evaluate(folder, "random", "bts"), "has no column item_id, position, click, propensity_score");
        lay(rows -> changed(rows, 0, 5, "pscore"), false);
        assertBroken(evaluate(folder, "random", "bts"), "has no column propensity_score");
        lay(rows -> everyRow(rows, 5, "1"), false);
        assertBroken(evaluate(folder, "random", "bts"), "nothing was explored", "lines 2, 3, 4, 5, 6 first");
    }

    @Test
    void aFileThatIsCut_isRefused() throws IOException {
        lay(rows -> rows, true);
        Path packed = folder.resolve("random-men.csv.gz");
        byte[] bytes = Files.readAllBytes(packed);
        Files.write(packed, Arrays.copyOf(bytes, bytes.length / 2));

        assertBroken(evaluate(folder, "random", "bts"), "random-men.csv.gz cannot be read after line ");
    }

    @Test
    void aDistributionThatIsNone_isRefused() throws IOException {
        lay(rows -> rows, false);
        Path file = folder.resolve("bts_action_dist_men.csv");
        String whole = Files.readString(file);

        Files.writeString(file, whole.replaceFirst("0.04650", "0.14650"));
        assertBroken(evaluate(folder, "random", "bts"), "the probabilities of column 1 sum to 1.1");
        Files.writeString(file, whole.replaceFirst("0.00430", "-0.00430"));
        assertBroken(evaluate(folder, "random", "bts"), "line 2: column 1 is -0.0043, not 0 to 1");
        Files.writeString(file, whole + "0.1,0.1\n");
        assertBroken(evaluate(folder, "random", "bts"), "line 35: has 2 columns, not 3 as the first");
        Files.writeString(file, "");
        assertBroken(evaluate(folder, "random", "bts"), "there are no items");
    }

    @Test
    void whatIsNotThere_isSaid() {
        assertBroken(
                evaluate(folder, "random", "bts"),
                "has neither bts_action_dist_men.csv nor bts_action_dist_men.csv.gz in it");
        assertThat(evaluate(folder, "random", "best").exit()).isEqualTo(Exit.USAGE.code());
        assertThat(evaluate(folder, "random", "bts", "--replicates", "99").exit())
                .isEqualTo(Exit.USAGE.code());
        assertThat(evaluate(folder, "random", "bts", "--confidence", "1").exit())
                .isEqualTo(Exit.USAGE.code());
        assertThat(evaluate(folder, "random", "bts", "--estimators", "CIPS").exit())
                .isEqualTo(Exit.USAGE.code());
    }

    private static void assertBroken(CommandRun run, String... said) {
        assertThat(run.exit()).as(run.sentences()).isEqualTo(Exit.BROKEN_INPUT.code());
        assertThat(run.figures()).isEmpty();
        assertThat(run.sentences()).contains(said);
    }

    private static List<String> changed(List<String> rows, int row, int column, String value) {
        List<String> changed = new ArrayList<>(rows);
        String[] cells = rows.get(row).split(",", -1);
        cells[column] = value;
        changed.set(row, String.join(",", cells));
        return changed;
    }

    private static List<String> everyRow(List<String> rows, int column, String value) {
        List<String> changed = new ArrayList<>(rows.subList(0, 1));
        for (int row = 1; row < rows.size(); row++) {
            String[] cells = rows.get(row).split(",", -1);
            cells[column] = value;
            changed.add(String.join(",", cells));
        }
        return changed;
    }

    private void lay(UnaryOperator<List<String>> change, boolean isPacked) throws IOException {
        String text = String.join("\n", change.apply(lines("random")));
        byte[] bytes = (text.isEmpty() ? text : text + "\n").getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve("random-men.csv" + (isPacked ? ".gz" : "")), isPacked ? Packed.gzip(bytes) : bytes);
        Files.write(
                folder.resolve("bts_action_dist_men.csv"),
                Files.readAllBytes(PublicData.file("openbandit/bts_action_dist_men.csv")));
    }

    private static List<String> lines(String logging) throws IOException {
        byte[] packed = Files.readAllBytes(PublicData.file("openbandit/" + logging + "-men.csv.gz"));
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(unpacked.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private static CommandRun evaluate(Path folder, String logging, String target, String... more) {
        Screen screen = new Screen();
        String[] arguments = Stream.concat(
                        Stream.of(
                                "evaluate",
                                "openbandit",
                                folder.toString(),
                                "--campaign",
                                "men",
                                "--logging",
                                logging,
                                "--target",
                                target),
                        Stream.of(more))
                .toArray(String[]::new);
        int exit = Counterpoint.commandLine(screen.terminal()).execute(arguments);
        return new CommandRun(exit, screen.figures(), screen.sentences());
    }
}
