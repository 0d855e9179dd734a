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
            Network network = new Network(
                    rows.earlier().set().name(),
                    standardisation.means(),
                    standardisation.scales(),
                    crosses.left(),
                    crosses.right(),
                    calibrated.layers(),
                    calibrated.factors());
            return new Fitted(new ModelArtifact(name(), NetworkBytes.encode(network)), walks.epochs, walks.bestEpoch);
        }
    }

    /** Walks over the rows until it does not help any more. */
    private final class Walks {
        private final FittingSession session;
        private final TimeSplit rows;
        private final float[] standardised;
        private final Batch heldOut;
        private final SeededRandom chance;
        private final FitProgress progress;
        private final int[] order;
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
            this.standardised = standardisation.apply(rows.earlier());
            this.heldOut = new Batch(rows.later(), standardisation.apply(rows.later()), 8 * recipe.batch());
            this.session = session;
            this.rows = rows;
            this.chance = SeededRandom.of(seed, "order");
            this.progress = progress;
            this.order = IntStream.range(0, rows.earlier().rows()).toArray();
            this.logits = new float[rows.later().rows()];
            this.logitsOfBest = logits.clone();
            this.best = session.numbers();
        }

        void walk() {
            double lowest = Double.POSITIVE_INFINITY;
            for (int epoch = 0; epoch < recipe.epochs() && epoch - bestEpoch <= recipe.patience(); epoch++) {
                shuffle();
                double fitLoss = walkOnce(epoch);
                double later = heldOutLoss();
                epochs.add(new Epoch(fitLoss, later));
                if (later < lowest) {
                    lowest = later;
                    best = session.numbers();
                    logitsOfBest = logits.clone();
                    bestEpoch = epoch;
                }
            }
            progress.reached(1);
        }

        private double walkOnce(int epoch) {
            double sum = 0;
            int steps = 0;
            try (BatchesAhead batches = new BatchesAhead(rows.earlier(), standardised, order, recipe.batch())) {
                for (Batch batch = batches.next(); batch != null; batch = batches.next()) {
                    sum += session.step(batch);
                    double share = (epoch + (double) steps * recipe.batch() / order.length) / recipe.epochs();
                    steps++;
                    if (!progress.reached(share)) {
                        throw new FitStoppedException(name(), share);
                    }
                }
            }
            return sum / steps;
        }

        private double heldOutLoss() {
            TrainingRows later = rows.later();
            int[] all = IntStream.range(0, later.rows()).toArray();
            double sum = 0;
            double weights = 0;
            for (int begin = 0; begin < all.length; begin += 8 * recipe.batch()) {
                int end = Math.min(begin + 8 * recipe.batch(), all.length);
                sum += session.lossSum(heldOut.fill(all, begin, end), logits, begin);
            }
            for (int row : all) {
                weights += later.weight(row);
            }
            return sum / weights;
        }

        private void shuffle() {
            for (int i = order.length - 1; i > 0; i--) {
                int other = chance.nextInt(i + 1);
                int held = order[i];
                order[i] = order[other];
                order[other] = held;
            }
        }
    }
}
