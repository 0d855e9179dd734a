package dev.counterpoint.domain.embedding;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.random.SeededRandom;
import java.util.List;
import java.util.stream.IntStream;

/** Cards in all directions. */
final class MadeUpVectors {
    private MadeUpVectors() {}

    static List<CardId> cards(int count) {
        return IntStream.range(0, count).mapToObj(i -> new CardId("card-" + i)).toList();
    }

    static float[] values(int count, long seed) {
        SeededRandom chance = SeededRandom.of(seed, "values");
        float[] values = new float[count * CardVectors.DIMENSIONS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (chance.nextDouble() + chance.nextDouble() - 1);
        }
        return values;
    }

    /** double[64]. */
    static double[] vector(float[] values, int card) {
        double[] vector = new double[CardVectors.DIMENSIONS];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = values[card * CardVectors.DIMENSIONS + i];
        }
        return vector;
    }

    static double cosine(double[] one, double[] other) {
        double product = 0;
        double ones = 0;
        double others = 0;
        for (int i = 0; i < one.length; i++) {
            product += one[i] * other[i];
            ones += one[i] * one[i];
            others += other[i] * other[i];
        }
        return product / Math.sqrt(ones * others);
    }
}
