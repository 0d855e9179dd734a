package dev.counterpoint.domain.profile;

import dev.counterpoint.domain.time.HalfLife;

/** Operations on float[k × 4]: k weights, each under four half-lives, as of the references of a {@link DecayClock}. */
final class Weights {
    /** Less than a ten-millionth of a play (2^-24) is forgotten. */
    private static final float FADED_AWAY = 0x1p-24f;

    /** No float survives more halvings. */
    private static final long FLOAT_RANGE = 400;

    private Weights() {}

    /** Adds one weight to the four values that start at an offset. */
    static void add(float[] values, int offset, double weight, double[] growth) {
        for (int i = 0; i < HalfLife.COUNT; i++) {
            values[offset + i] = (float) (values[offset + i] + weight * growth[i]);
        }
    }

    /** Divides all values of one half-life by 2 to a power; what is next to nothing becomes 0. */
    static void halve(float[] values, HalfLife halfLife, long times) {
        halve(values, halfLife.ordinal(), HalfLife.COUNT, times);
    }

    /** Divides all values by 2 to a power; what is next to nothing becomes 0. */
    static void halve(float[] values, long times) {
        halve(values, 0, 1, times);
    }

    private static void halve(float[] values, int offset, int step, long times) {
        int exponent = -(int) Math.min(times, FLOAT_RANGE);
        for (int i = offset; i < values.length; i += step) {
            float halved = Math.scalb(values[i], exponent);
            values[i] = Math.abs(halved) < FADED_AWAY ? 0 : halved;
        }
    }

    /** The sum of what the four values that start at an offset weigh now, whatever their sign. */
    static double strength(float[] values, int offset, double[] fading) {
        double strength = 0;
        for (int i = 0; i < HalfLife.COUNT; i++) {
            strength += Math.abs(values[offset + i]) * fading[i];
        }
        return strength;
    }
}
