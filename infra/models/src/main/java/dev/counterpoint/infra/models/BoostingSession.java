package dev.counterpoint.infra.models;

import dev.counterpoint.training.fit.Fitted.Epoch;
import dev.counterpoint.training.row.TimeSplit;
import dev.counterpoint.training.row.TrainingRows;
import java.util.LinkedHashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** The rows as XGBoost holds them, and the booster that grows on them. Close it. Not thread-safe. */
final class BoostingSession implements AutoCloseable {
    /** As {@link DMatrix} writes missing inputs: ours are finite, so none is. */
    private static final float MISSING = Float.NaN;

    private static final String BINARY_JSON = "ubj";

    private final DMatrix earlier;
    private final DMatrix later;
    private final Booster booster;

    BoostingSession(Map<String, Object> parameters, TimeSplit rows) throws XGBoostError {
        earlier = matrixOf(rows.earlier());
        later = matrixOf(rows.later());
        Map<String, DMatrix> watched = new LinkedHashMap<>();
        watched.put("earlier", earlier);
        watched.put("later", later);
        booster = XGBoost.train(earlier, parameters, 0, watched, null, null);
    }

    private static DMatrix matrixOf(TrainingRows rows) throws XGBoostError {
        int width = StandardisedRows.widthOf(rows);
        float[] features = new float[rows.rows() * width];
        float[] labels = new float[rows.rows()];
        float[] weights = new float[rows.rows()];
        for (int row = 0; row < rows.rows(); row++) {
            StandardisedRows.copyInputs(rows, row, features, row * width);
            labels[row] = rows.label(row);
            weights[row] = rows.weight(row);
        }
        DMatrix matrix = new DMatrix(features, rows.rows(), width, MISSING);
        matrix.setLabel(labels);
        matrix.setWeight(weights);
        return matrix;
    }

    /** Adds a tree. */
    Epoch step(int round) throws XGBoostError {
        booster.update(earlier, round);
        String told = booster.evalSet(new DMatrix[] {earlier, later}, new String[] {"earlier", "later"}, round);
        return new Epoch(lossIn(told, "earlier"), lossIn(told, "later"));
    }

    /** XGBoost's array of numbers is float; its words have all digits. */
    private static double lossIn(String told, String rows) {
        String before = "\t" + rows + "-logloss:";
        int begin = told.indexOf(before) + before.length();
        int end = told.indexOf('\t', begin);
        return Double.parseDouble(told.substring(begin, end < 0 ? told.length() : end));
    }

    /** @return float[held-out rows] of the first rounds */
    float[] heldOutLogits(int rounds) throws XGBoostError {
        float[][] margins = booster.predict(later, true, rounds);
        float[] logits = new float[margins.length];
        for (int row = 0; row < logits.length; row++) {
            logits[row] = margins[row][0];
        }
        return logits;
    }

    byte[] booster() throws XGBoostError {
        return booster.toByteArray(BINARY_JSON);
    }

    @Override
    public void close() {
        booster.dispose();
        later.dispose();
        earlier.dispose();
    }
}
