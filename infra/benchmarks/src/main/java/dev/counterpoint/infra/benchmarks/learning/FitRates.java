package dev.counterpoint.infra.benchmarks.learning;

import dev.counterpoint.domain.feature.FeatureSet;
import dev.counterpoint.domain.feature.HomeFeatures;
import dev.counterpoint.infra.benchmarks.load.BenchmarkOptions;
import dev.counterpoint.infra.benchmarks.measure.ResultFile;
import dev.counterpoint.infra.models.FittedModels;
import dev.counterpoint.training.fit.Estimator;
import dev.counterpoint.training.fit.FitProgress;
import dev.counterpoint.training.fit.FitStoppedException;
import dev.counterpoint.training.fit.Fitted;
import dev.counterpoint.training.row.ExposureWeights;
import dev.counterpoint.training.row.Reward;
import dev.counterpoint.training.row.TimeSplit;
import dev.counterpoint.training.row.TrainingRows;
import java.util.List;
import java.util.Random;
import ml.dmlc.xgboost4j.java.XGBoostError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Rows a second of a whole fit, against TensorFlow's own loop in the same run; and trees against XGBoost alone. */
@Command(name = "fit-rates", description = "Rows a second of a fit, against the bare libraries.")
public final class FitRates implements Runnable {
    private static final int FEATURES = 60;
    private static final int MOST_TREES = 400;
    private static final int BATCH = 1_024;

    @Mixin
    private BenchmarkOptions options = new BenchmarkOptions();

    @Option(names = "--rows", paramLabel = "N", description = "To fit (default: ${DEFAULT-VALUE}).")
    private int rows = 1_000_000;

    @Option(names = "--rounds", paramLabel = "N", description = "Each measured in turn (default: ${DEFAULT-VALUE}).")
    private int rounds = 3;

    @Option(
            names = "--trees",
            paramLabel = "N",
            description = "After which a fit of trees is stopped, up to 400 (default: ${DEFAULT-VALUE}).")
    private int trees = 60;

    @Override
    public void run() {
        ResultFile results = options.results(
                "fit-rates",
                rows + " made-up rows of " + FEATURES + " features to fit, a fourth as many held out; batches of "
                        + BATCH + ", one thread");
        FeatureSet set =
                new FeatureSet("benchmark", HomeFeatures.newest().features().subList(0, FEATURES));
        TimeSplit split = TimeSplit.of(madeUp(set, rows + rows / 4), 0.8);
        float[] plain = new float[split.earlier().rows() * FEATURES];
        float[] labels = new float[split.earlier().rows()];
        for (int row = 0; row < labels.length; row++) {
            split.earlier().copyFeatures(row, plain, row * FEATURES);
            labels[row] = split.earlier().label(row);
        }
        for (String name : List.of("logistic-plain", "deep")) {
            Estimator estimator = estimator(name);
            BareLoop bare = new BareLoop(FEATURES, name.equals("deep") ? List.of(64, 64) : List.of());
            bare.walk(plain, labels, BATCH, 1);
            for (int round = 0; round < rounds; round++) {
                double alone = labels.length / bare.walk(plain, labels, BATCH, 1);
                long began = System.nanoTime();
                Fitted fitted = estimator.fit(split, round, FitProgress.unobserved());
                double seconds = (System.nanoTime() - began) / 1e9;
                double whole = (double) fitted.epochs().size() * labels.length / seconds;
                alone = (alone + labels.length / bare.walk(plain, labels, BATCH, 1)) / 2;
                results.line(
                        "%s: a fit %.0f rows/s (%d epochs with shuffling, weights and held-out loss), the bare loop %.0f rows/s:"
                                + " ratio %.2f",
                        name, whole, fitted.epochs().size(), alone, whole / alone);
            }
        }
        try {
            measureTrees(split, plain, results);
        } catch (XGBoostError broken) {
            throw new IllegalStateException("XGBoost failed", broken);
        }
    }

    private static Estimator estimator(String name) {
        return FittedModels.estimators().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void measureTrees(TimeSplit split, float[] plain, ResultFile results) throws XGBoostError {
        for (int round = 0; round < rounds; round++) {
            double alone = aloneTrees(split, plain);
            double whole = fitTrees(split);
            results.line(
                    "trees: %d of a fit %.1f s of the processor (with the matrix and the held-out loss of each), XGBoost alone %.1f s: ratio %.2f",
                    trees, whole, alone, whole / alone);
        }
    }

    /** On a matrix of its own each time: the first walk over one leaves its values sorted into bins, which is much of the work. */
    private double aloneTrees(TimeSplit split, float[] plain) throws XGBoostError {
        try (BareTrees bare = new BareTrees(plain, split.earlier())) {
            return bare.grow(trees);
        }
    }

    /** @return seconds of the processor */
    private double fitTrees(TimeSplit split) {
        double began = BareTrees.processorSeconds();
        try {
            estimator("trees").fit(split, 1, share -> share * MOST_TREES < trees - 1.5);
        } catch (FitStoppedException stopped) {
            return BareTrees.processorSeconds() - began;
        }
        return BareTrees.processorSeconds() - began;
    }

    private static TrainingRows madeUp(FeatureSet set, int count) {
        Random random = new Random(1);
        TrainingRows.Builder builder = TrainingRows.of(set, Reward.CLICK, ExposureWeights.STANDARD);
        for (int row = 0; row < count; row++) {
            float[] values = new float[FEATURES];
            double logit = -1;
            for (int column = 0; column < FEATURES; column++) {
                values[column] = (float) random.nextGaussian();
                logit += values[column] * (column - FEATURES / 2) / FEATURES;
            }
            builder.add(
                    values, random.nextDouble() < 1 / (1 + Math.exp(-logit)) ? 1 : 0, 0.5f + random.nextFloat(), row);
        }
        return builder.build();
    }
}
