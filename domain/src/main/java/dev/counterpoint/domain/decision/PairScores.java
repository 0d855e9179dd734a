package dev.counterpoint.domain.decision;

import java.util.Arrays;

/** The scores of all pairs of a plan: float[pairs], in the plan's order, each finite. Immutable. */
public final class PairScores {
    private final float[] values;

    /** @param values copied */
    public PairScores(float[] values) {
        this.values = values.clone();
    }

    public int size() {
        return values.length;
    }

    public float get(int pair) {
        return values[pair];
    }

    /** A copy. */
    public float[] toArray() {
        return values.clone();
    }

    /**
     * The largest difference between two scores of a pair; infinite where the numbers of pairs differ.
     *
     * @return ≥ 0, in units of score
     */
    public double largestDifference(PairScores other) {
        if (values.length != other.values.length) {
            return Double.POSITIVE_INFINITY;
        }
        double largest = 0;
        for (int i = 0; i < values.length; i++) {
            largest = Math.max(largest, Math.abs((double) values[i] - other.values[i]));
        }
        return largest;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PairScores that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "scores of " + values.length + " pairs";
    }
}
