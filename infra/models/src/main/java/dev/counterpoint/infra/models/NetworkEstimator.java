package dev.counterpoint.infra.models;

import dev.counterpoint.domain.model.ModelArtifact;
import dev.counterpoint.domain.random.SeededRandom;
import dev.counterpoint.infra.models.FittingSession.Numbers;
import dev.counterpoint.training.fit.Calibration;
import dev.counterpoint.training.fit.Estimator;
import dev.counterpoint.training.fit.FitProgress;
import dev.counterpoint.training.fit.FitStoppedException;
import dev.counterpoint.training.fit.Fitted;
import dev.counterpoint.training.fit.Fitted.Epoch;
import dev.counterpoint.training.row.TimeSplit;
import dev.counterpoint.training.row.TrainingRows;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Fits networks by Adam in shuffled batches, until later rows are predicted no better; then calibrates them by these. */
final class NetworkEstimator implements Estimator {
    private final Recipe recipe;

    NetworkEstimator(Recipe recipe) {
        this.recipe = recipe;
    }

    @Override
    public String name() {
        return recipe.name();
    }

    @Override
    public Fitted fit(TimeSplit rows, long seed, FitProgress progress) {
        rows.earlier().requireBothLabels(name());
        Standardisation standardisation = Standardisation.of(rows.earlier());
        Crosses crosses = recipe.crossed() ? Crosses.of(rows.earlier().set()) : Crosses.NONE;
        try (FittingSession session = new FittingSession(recipe, standardisation.means().length, crosses, seed)) {
            Walks walks = new Walks(session, rows, standardisation, seed, progress);
            walks.walk();
            Numbers calibrated = walks.best.with(Calibration.of(walks.logitsOfBest, rows.later()));
            int features = rows.earlier().set().size();
            Numbers served = calibrated.without(features, TrainingRows.POSITIONS);
            Standardisation ofFeatures = standardisation.first(features);
            Network network = new Network(
                    rows.earlier().set().name(),
                    ofFeatures.means(),
                    ofFeatures.scales(),
                    crosses.left(),
                    crosses.right(),
                    served.layers(),
                    served.factors());
            return new Fitted(new ModelArtifact(name(), NetworkBytes.encode(network)), walks.epochs, walks.bestEpoch);
        }
    }

    /** Walks over the rows until it does not help any more. */
    private final class Walks {
        private final FittingSession session;
        private final StandardisedRows earlier;
        private final StandardisedRows later;
        private final SeededRandom chance;
        private final FitProgress progress;
        private final int[] batches;
        private final List<Epoch> epochs = new ArrayList<>();
        private final float[] logits;
        private float[] logitsOfBest;
        private Numbers best;
        private int bestEpoch;

        Walks(
                FittingSession session,
                TimeSplit rows,
                Standardisation standardisation,
                long seed,
                FitProgress progress) {
            this.session = session;
            this.chance = SeededRandom.of(seed, "order");
            this.progress = progress;
            this.earlier = StandardisedRows.of(
                    rows.earlier(), standardisation, shuffled(rows.earlier().rows()));
            this.later = StandardisedRows.of(
                    rows.later(),
                    standardisation,
                    IntStream.range(0, rows.later().rows()).toArray());
            this.batches = IntStream.range(0, 1 + (earlier.rows() - 1) / recipe.batch())
                    .toArray();
            this.logits = new float[later.rows()];
            this.logitsOfBest = logits.clone();
            this.best = session.numbers();
        }

        void walk() {
            double lowest = Double.POSITIVE_INFINITY;
            for (int epoch = 0; epoch < recipe.epochs() && epoch - bestEpoch <= recipe.patience(); epoch++) {
                chance.shuffle(batches);
                double fitLoss = walkOnce(epoch);
                double heldOut = heldOutLoss();
                epochs.add(new Epoch(fitLoss, heldOut));
                if (heldOut < lowest) {
                    lowest = heldOut;
                    best = session.numbers();
                    logitsOfBest = logits.clone();
                    bestEpoch = epoch;
                }
            }
            progress.reached(1);
        }

        /** The rows of a batch stay together: they were shuffled once, and batches are in each epoch. */
        private double walkOnce(int epoch) {
            double sum = 0;
            for (int step = 0; step < batches.length; step++) {
                int begin = batches[step] * recipe.batch();
                sum += session.step(earlier, begin, Math.min(begin + recipe.batch(), earlier.rows()));
                double share = (epoch + (double) step / batches.length) / recipe.epochs();
                if (!progress.reached(share)) {
                    throw new FitStoppedException(name(), share);
                }
            }
            return sum / batches.length;
        }

        private double heldOutLoss() {
            double sum = 0;
            double weights = 0;
            for (int begin = 0; begin < later.rows(); begin += 8 * recipe.batch()) {
                int end = Math.min(begin + 8 * recipe.batch(), later.rows());
                sum += session.lossSum(later, begin, end, logits);
            }
            for (float weight : later.weights()) {
                weights += weight;
            }
            return sum / weights;
        }

        private int[] shuffled(int count) {
            int[] order = IntStream.range(0, count).toArray();
            chance.shuffle(order);
            return order;
        }
    }
}
