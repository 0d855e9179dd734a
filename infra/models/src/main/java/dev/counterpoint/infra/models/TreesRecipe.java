package dev.counterpoint.infra.models;

import java.util.Map;

/**
 * How trees are fitted. A released recipe keeps its meaning under its name.
 *
 * @param name of the estimator
 * @param learningRate by which each tree's leaves are multiplied
 * @param depth of a tree, at most
 * @param leastHessian Σ weight · p · (1 − p) of the rows of a leaf, at least
 * @param decay weight of Σ leaf² in the loss
 * @param rowShare of the rows that a tree sees
 * @param columnShare of the inputs that a tree sees
 * @param bins that the values of an input are sorted into
 * @param rounds trees at most
 * @param patience rounds without a better loss on the held-out rows, after which it ends
 */
record TreesRecipe(
        String name,
        double learningRate,
        int depth,
        double leastHessian,
        double decay,
        double rowShare,
        double columnShare,
        int bins,
        int rounds,
        int patience) {

    static final TreesRecipe STANDARD = new TreesRecipe("trees", 0.1, 6, 10, 1, 0.8, 0.8, 256, 400, 20);

    /**
     * As XGBoost takes it. On one thread: the order of all sums is fixed, and so are the trees, however many processors there are.
     *
     * @param seed XGBoost takes 31 bits of it
     */
    Map<String, Object> parameters(long seed) {
        return Map.ofEntries(
                Map.entry("objective", "binary:logistic"),
                Map.entry("eval_metric", "logloss"),
                Map.entry("tree_method", "hist"),
                Map.entry("eta", learningRate),
                Map.entry("max_depth", depth),
                Map.entry("min_child_weight", leastHessian),
                Map.entry("lambda", decay),
                Map.entry("subsample", rowShare),
                Map.entry("colsample_bytree", columnShare),
                Map.entry("max_bin", bins),
                Map.entry("seed", Long.hashCode(seed) & Integer.MAX_VALUE),
                Map.entry("nthread", 1),
                Map.entry("verbosity", 0));
    }
}
