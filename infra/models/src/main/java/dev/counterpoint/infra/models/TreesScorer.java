package dev.counterpoint.infra.models;

import dev.counterpoint.domain.encoding.UnreadableBytesException;
import dev.counterpoint.domain.feature.FeatureMatrix;
import dev.counterpoint.domain.feature.FeatureSet;
import dev.counterpoint.domain.model.Scorer;
import dev.counterpoint.training.fit.Calibration;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.FloatBuffer;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Scores all pairs of a page in one call of XGBoost, in the caller's thread. Its booster lives as long as it can be reached. */
final class TreesScorer implements Scorer {
    private static final float MISSING = Float.NaN;

    private final String modelId;
    private final FeatureSet set;
    private final Calibration calibration;
    private final int[] rounds;
    private final float[] position;
    private final Booster booster;

    /** @throws UnreadableBytesException if XGBoost cannot read the booster */
    TreesScorer(String modelId, FeatureSet set, Trees trees) {
        this.modelId = modelId;
        this.set = set;
        this.calibration = trees.calibration();
        this.position = trees.position();
        this.rounds = new int[] {0, trees.rounds()};
        this.booster = boosterOf(trees);
        // A booster makes itself ready when it is first asked, which must not happen in two threads.
        logits(new float[width()], 1);
    }

    private static Booster boosterOf(Trees trees) {
        try {
            Booster booster = XGBoost.loadModel(trees.booster());
            booster.setParam("nthread", 1);
            return booster;
        } catch (XGBoostError | IOException unreadable) {
            throw new UnreadableBytesException("XGBoost cannot read these trees of " + trees.featureSet());
        }
    }

    @Override
    public String modelId() {
        return modelId;
    }

    @Override
    public FeatureSet featureSet() {
        return set;
    }

    /** @return float[pairs], each within (0, 1) */
    @Override
    public float[] score(FeatureMatrix matrix) {
        matrix.requireOf(set, modelId);
        if (matrix.rows() == 0) {
            return new float[0];
        }
        float[][] logits = logits(inputs(matrix), matrix.rows());
        float[] scores = new float[matrix.rows()];
        for (int pair = 0; pair < scores.length; pair++) {
            scores[pair] = Sigmoid.of(calibration.logit(logits[pair][0]));
        }
        return scores;
    }

    private int width() {
        return set.size() + position.length;
    }

    private float[] inputs(FeatureMatrix matrix) {
        float[] inputs = new float[matrix.rows() * width()];
        FloatBuffer values = matrix.values();
        for (int row = 0; row < matrix.rows(); row++) {
            values.get(inputs, row * width(), set.size());
            System.arraycopy(position, 0, inputs, row * width() + set.size(), position.length);
        }
        return inputs;
    }

    private float[][] logits(float[] values, int rows) {
        try {
            return booster.inplace_predict(
                    values, rows, width(), MISSING, rounds, Booster.PredictionType.kMargin, null);
        } catch (XGBoostError broken) {
            throw new IllegalStateException(modelId + " could not score " + rows + " pairs", broken);
        } finally {
            // A booster that nobody can reach any more ends, even within a call.
            Reference.reachabilityFence(booster);
        }
    }
}
