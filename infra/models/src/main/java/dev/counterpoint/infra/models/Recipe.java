package dev.counterpoint.infra.models;

import java.util.List;

/**
 * How a network is fitted. A released recipe keeps its meaning under its name.
 *
 * @param name of the estimator
 * @param crossed whether inputs are multiplied with each other, see {@link Crosses}
 * @param hidden outputs of the hidden layers
 * @param factors of an input, of whose products the products of every two inputs get their weights; 0 for none
 * @param learningRate of Adam
 * @param decay weight of Σ w² in the loss, factors included, biases left out
 * @param batch rows a step
 * @param epochs at most
 * @param patience epochs without a better loss on the held-out rows, after which it ends
 */
record Recipe(
        String name,
        boolean crossed,
        List<Integer> hidden,
        int factors,
        float learningRate,
        float decay,
        int batch,
        int epochs,
        int patience) {

    /** Logistic regression with crosses: without them it would order a shelf alike in every context. */
    static final Recipe LOGISTIC = new Recipe("logistic", true, List.of(), 0, 0.003f, 1e-2f, 1_024, 40, 3);

    /** Logistic regression without crosses, to compare with. */
    static final Recipe LOGISTIC_PLAIN = new Recipe("logistic-plain", false, List.of(), 0, 0.003f, 1e-2f, 1_024, 40, 3);

    /** Two hidden layers of 64. */
    static final Recipe DEEP = new Recipe("deep", false, List.of(64, 64), 0, 0.000_5f, 3e-3f, 1_024, 60, 5);

    /**
     * A factorization machine: every two inputs are crossed, with 8 factors each. Decay holds a cross back until its gradient is above
     * twice as much, so there is less of it than elsewhere.
     */
    static final Recipe FACTORIZATION = new Recipe("factorization", false, List.of(), 8, 0.003f, 1e-3f, 1_024, 40, 3);

    static final List<Recipe> ALL = List.of(LOGISTIC, LOGISTIC_PLAIN, DEEP, FACTORIZATION);
}
