package dev.counterpoint.domain.feature;

import dev.counterpoint.domain.catalog.CardFacts;
import dev.counterpoint.domain.profile.Affinities;
import dev.counterpoint.domain.time.HalfLife;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A listener's mean affinities to the names of a card, the first counting most: name i weighs {@code 1/√(i + 1)}. The cards of a page share
 * names, so what was looked up last is remembered. Not thread-safe.
 */
final class AffinityMeans {
    private static final double[] WEIGHTS = weights();

    private final Affinities affinities;
    private final @Nullable String[] names;
    private final double[][] values;

    /** @param remembered how many names it remembers, a power of two */
    AffinityMeans(Affinities affinities, int remembered) {
        this.affinities = affinities;
        this.names = new @Nullable String[remembered];
        this.values = new double[remembered][];
    }

    /**
     * @param names of which the first 16 count
     * @return double[4] by half-life, in plays; zeros without names
     */
    double[] of(List<String> names) {
        double[] mean = new double[HalfLife.COUNT];
        int count = Math.min(names.size(), CardFacts.MAX_TAGS);
        double total = 0;
        for (int i = 0; i < count; i++) {
            double[] own = valuesOf(names.get(i));
            for (int halfLife = 0; halfLife < mean.length; halfLife++) {
                mean[halfLife] += WEIGHTS[i] * own[halfLife];
            }
            total += WEIGHTS[i];
        }
        for (int halfLife = 0; halfLife < mean.length && total > 0; halfLife++) {
            mean[halfLife] /= total;
        }
        return mean;
    }

    /** A catalogue holds equal tags as one string, so it is enough to look for the same one. */
    @SuppressWarnings("ReferenceEquality")
    private double[] valuesOf(String name) {
        int slot = name.hashCode() & names.length - 1;
        if (names[slot] != name) {
            names[slot] = name;
            values[slot] = affinities.of(name);
        }
        return values[slot];
    }

    private static double[] weights() {
        double[] weights = new double[CardFacts.MAX_TAGS];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 1 / StrictMath.sqrt(i + 1.0);
        }
        return weights;
    }
}
