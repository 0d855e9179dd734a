package dev.counterpoint.infra.models;

import dev.counterpoint.domain.model.ModelArtifact;
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
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Fits trees one after the other, each to what those before it left, until later rows are predicted no better. A round is an epoch.
 *
 * @see "Chen and Guestrin 2016, XGBoost: A Scalable Tree Boosting System"
 */
final class TreesEstimator implements Estimator {
    private final TreesRecipe recipe;

    TreesEstimator(TreesRecipe recipe) {
        this.recipe = recipe;
    }

    @Override
    public String name() {
        return recipe.name();
    }

    @Override
    public Fitted fit(TimeSplit rows, long seed, FitProgress progress) {
        rows.earlier().requireBothLabels(name());
        try (BoostingSession session = new BoostingSession(recipe.parameters(seed), rows)) {
            List<Epoch> epochs = new ArrayList<>();
            int best = boost(session, epochs, progress);
            Trees trees = treesOf(session, rows, best + 1);
            progress.reached(1);
            return new Fitted(new ModelArtifact(name(), TreesBytes.encode(trees)), epochs, best);
        } catch (XGBoostError broken) {
            throw new IllegalStateException(name() + " could not be fitted", broken);
        }
    }

    /** @return the best round, from 0 */
    private int boost(BoostingSession session, List<Epoch> epochs, FitProgress progress) throws XGBoostError {
        double lowest = Double.POSITIVE_INFINITY;
        int best = 0;
        for (int round = 0; round < recipe.rounds() && round - best <= recipe.patience(); round++) {
            Epoch epoch = session.step(round);
            epochs.add(epoch);
            if (epoch.heldOutLoss() < lowest) {
                lowest = epoch.heldOutLoss();
                best = round;
            }
            double share = (double) round / recipe.rounds();
            if (!progress.reached(share)) {
                throw new FitStoppedException(name(), share);
            }
        }
        return best;
    }

    private static Trees treesOf(BoostingSession session, TimeSplit rows, int rounds) throws XGBoostError {
        TrainingRows later = rows.later();
        return new Trees(
                later.set().name(),
                later.set().size(),
                meanPosition(rows.earlier()),
                rounds,
                Calibration.of(session.heldOutLogits(rounds), later),
                session.booster());
    }

    /** Where the rows stood on average. */
    private static float[] meanPosition(TrainingRows rows) {
        double[] sums = new double[TrainingRows.POSITIONS];
        float[] one = new float[TrainingRows.POSITIONS];
        for (int row = 0; row < rows.rows(); row++) {
            rows.copyPosition(row, one, 0);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += one[i];
            }
        }
        float[] means = new float[sums.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = (float) (sums[i] / rows.rows());
        }
        return means;
    }
}
