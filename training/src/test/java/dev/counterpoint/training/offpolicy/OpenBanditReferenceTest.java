package dev.counterpoint.training.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Against results on the small Open Bandit Dataset, campaign men.
 *
 * @see "Saito, Aihara, Matsutani and Narita 2021, Open Bandit Dataset and Pipeline"
 */
class OpenBanditReferenceTest {
    private static final int ITEM = 2;
    private static final int POSITION = 3;
    private static final int CLICK = 4;
    private static final int PROPENSITY = 5;

    private final JsonNode reference =
            ReferenceData.json("openbandit/reference-men.json").path("men");

    @Test
    void from_random_to_thompson_sampling() throws IOException {
        double[][] wanted = thompsonSampling();
        assertReproduces(reference.path("random->bts"), "random", wanted);
    }

    @Test
    void from_thompson_sampling_to_random() throws IOException {
        double[][] wanted = thompsonSampling();
        for (double[] item : wanted) {
            Arrays.fill(item, 1.0 / wanted.length);
        }
        assertReproduces(reference.path("bts->random"), "bts", wanted);
    }

    private static void assertReproduces(JsonNode expected, String logging, double[][] wanted) throws IOException {
        List<WeighedAction> rows = weighed(read(logging), wanted);
        Map<String, OffPolicyEstimator<WeighedAction>> estimators = new LinkedHashMap<>();
        estimators.put("IPS", ActionEstimators.ips());
        estimators.put("SNIPS", ActionEstimators.snips());
        estimators.put("DM", ActionEstimators.direct());
        estimators.put("DR", ActionEstimators.doublyRobust());
        estimators.put("SNDR", ActionEstimators.selfNormalisedDoublyRobust());
        for (int lambda : new int[] {1, 5, 10, 50, 100, 500}) {
            estimators.put("CIPS" + lambda, ActionEstimators.clippedIps(lambda));
        }
        for (int lambda : new int[] {1, 5, 10, 50, 100}) {
            estimators.put("SwitchDR" + lambda, ActionEstimators.switchDoublyRobust(lambda));
        }
        for (int lambda : new int[] {1, 10, 100, 1_000}) {
            estimators.put("DRos" + lambda, ActionEstimators.shrunkDoublyRobust(lambda));
        }
        estimators.forEach((name, estimator) -> assertThat(estimator.estimate(rows))
                .as(name)
                .isCloseTo(expected.path(name).doubleValue(), within(1e-9)));

        WeightAudit audit = new WeightAudit();
        ClusteredBootstrap<WeighedAction> bootstrap = new ClusteredBootstrap<>(ActionEstimators.ips(), 2_000, 12_345);
        for (int row = 0; row < rows.size(); row++) {
            audit.add(row, "row " + row, rows.get(row).weight(), rows.get(row).reward());
            bootstrap.add(row, rows.get(row));
        }
        WeightAudit.Overlap overlap = audit.overlap();
        assertThat(overlap.effectiveClusters()).isCloseTo(expected.path("ESS").doubleValue(), within(1e-6));
        assertThat(overlap.meanWeight()).isCloseTo(expected.path("meanw").doubleValue(), within(1e-9));
        assertThat(overlap.largestWeight()).isCloseTo(expected.path("maxw").doubleValue(), within(1e-9));
        assertThat(overlap.rewards()).isEqualTo(expected.path("clicks").longValue());
        // Theirs divides by n, ours by n - 1.
        assertThat(bootstrap.standardError()).isCloseTo(expected.path("se_IPS").doubleValue(), within(1e-6));
        Interval percentile = bootstrap.percentile(0.95).orElseThrow();
        assertThat(percentile.low()).isCloseTo(expected.path("boot_IPS").path(1).doubleValue(), within(1e-4));
        assertThat(percentile.high())
                .isCloseTo(expected.path("boot_IPS").path(2).doubleValue(), within(1e-4));
    }

    private static List<WeighedAction> weighed(List<String[]> rows, double[][] wanted) {
        double[] clicks = new double[wanted.length];
        double[] shown = new double[wanted.length];
        for (String[] row : rows) {
            clicks[item(row)] += Double.parseDouble(row[CLICK]);
            shown[item(row)]++;
        }
        double[] model = new double[wanted.length];
        for (int item = 0; item < model.length; item++) {
            model[item] = (clicks[item] + 1) / (shown[item] + 200);
        }
        List<WeighedAction> weighed = new ArrayList<>();
        for (String[] row : rows) {
            int position = Integer.parseInt(row[POSITION]) - 1;
            double expected = 0;
            for (int item = 0; item < model.length; item++) {
                expected += wanted[item][position] * model[item];
            }
            weighed.add(new WeighedAction(
                    wanted[item(row)][position] / Double.parseDouble(row[PROPENSITY]),
                    Double.parseDouble(row[CLICK]),
                    model[item(row)],
                    expected));
        }
        return weighed;
    }

    private static int item(String[] row) {
        return Integer.parseInt(row[ITEM]);
    }

    private static List<String[]> read(String logging) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(ReferenceData.file("openbandit/" + logging + "-men.csv.gz"))),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", PROPENSITY + 2))
                    .toList();
        }
    }

    /** double[items][positions] */
    private static double[][] thompsonSampling() throws IOException {
        return Files.readAllLines(ReferenceData.file("openbandit/bts_action_dist_men.csv")).stream()
                .map(line -> Arrays.stream(line.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
    }
}
