package dev.counterpoint.infra.models;

/**
 * Pairs of a listener and a card on their way into a session, filled again and again.
 *
 * @param contexts int[most × context], cards that stand for the listener
 * @param isContext float[most × context], 0 where the listener has fewer
 * @param targets int[most], the card of the pair
 * @param weights float[most]
 * @param others int[others], wrong answers
 */
record PairBatch(int[] contexts, float[] isContext, int[] targets, float[] weights, int[] others, int[] filled) {

    static PairBatch of(FactorizationRecipe recipe) {
        int most = recipe.batch();
        return new PairBatch(
                new int[most * recipe.context()],
                new float[most * recipe.context()],
                new int[most],
                new float[most],
                new int[recipe.others()],
                new int[1]);
    }

    int pairs() {
        return filled[0];
    }

    double weight() {
        double sum = 0;
        for (int i = 0; i < pairs(); i++) {
            sum += weights[i];
        }
        return sum;
    }
}
