package dev.counterpoint.infra.benchmarks.learning;

import dev.counterpoint.training.row.TrainingRows;
import java.lang.management.ManagementFactory;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * XGBoost's own work on a matrix that it holds already, and nothing else: trees as the estimator fits them, on one thread. Nobody looks
 * whether it gets better.
 */
final class BareTrees implements AutoCloseable {
    private final DMatrix matrix;

    BareTrees(float[] features, TrainingRows rows) throws XGBoostError {
        float[] labels = new float[rows.rows()];
        float[] weights = new float[rows.rows()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = rows.label(row);
            weights[row] = rows.weight(row);
        }
        matrix = new DMatrix(features, labels.length, rows.set().size(), Float.NaN);
        matrix.setLabel(labels);
        matrix.setWeight(weights);
    }

    /** Seconds of the processor in this thread, which does all of the work: what else runs on the machine does not count. */
    static double processorSeconds() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }

    /** @return seconds of the processor */
    double grow(int trees) throws XGBoostError {
        Map<String, Object> parameters = Map.ofEntries(
                Map.entry("objective", "binary:logistic"),
                Map.entry("tree_method", "hist"),
                Map.entry("eta", 0.1),
                Map.entry("max_depth", 6),
                Map.entry("min_child_weight", 10),
                Map.entry("subsample", 0.8),
                Map.entry("colsample_bytree", 0.8),
                Map.entry("max_bin", 256),
                Map.entry("nthread", 1),
                Map.entry("verbosity", 0));
        double began = processorSeconds();
        Booster booster = XGBoost.train(matrix, parameters, trees, Map.of(), null, null);
        double seconds = processorSeconds() - began;
        booster.dispose();
        return seconds;
    }

    @Override
    public void close() {
        matrix.dispose();
    }
}
