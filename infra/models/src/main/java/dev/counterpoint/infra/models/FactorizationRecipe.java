package dev.counterpoint.infra.models;

/**
 * How vectors of cards are fitted. A released recipe keeps its meaning under its name.
 *
 * @param name of the estimator
 * @param sharpness by which cosines are multiplied before they become odds
 * @param learningRate of Adagrad
 * @param context cards that stand for a listener in one step
 * @param batch pairs a step, each the others' wrong answer
 * @param others cards a step that are wrong answers too, all cards alike: so that unpopular ones are told apart
 * @param epochs at most
 * @param patience epochs without a better loss on the held-out pairs, after which it ends
 * @param heldOut one pair in so many is held out
 */
record FactorizationRecipe(
        String name,
        float sharpness,
        float learningRate,
        int context,
        int batch,
        int others,
        int epochs,
        int patience,
        int heldOut) {

    static final FactorizationRecipe STANDARD =
            new FactorizationRecipe("matrix-factorization", 8, 0.1f, 8, 512, 512, 30, 2, 20);
}
