package dev.counterpoint.domain.feature;

/** The few curves that bring what is unbounded into a range. */
final class Shapes {
    private static final double LN_2 = StrictMath.log(2);
    private static final int WHOLES = 1_024;
    private static final double[] DOUBLINGS = doublingsOfWholes();

    private Shapes() {}

    /** {@code log2(1 + x)} for x ≥ 0: the first few count most. */
    static double doublings(double x) {
        int whole = (int) x;
        return whole == x && whole >= 0 && whole < DOUBLINGS.length ? DOUBLINGS[whole] : doublingsOf(x);
    }

    private static double doublingsOf(double x) {
        return StrictMath.log1p(Math.max(0, x)) / LN_2;
    }

    private static double[] doublingsOfWholes() {
        double[] doublings = new double[WHOLES];
        for (int x = 0; x < doublings.length; x++) {
            doublings[x] = doublingsOf(x);
        }
        return doublings;
    }

    /** {@code x / (|x| + half)}, within (-1, 1): 1/2 at {@code half}. */
    static double saturating(double x, double half) {
        return x / (Math.abs(x) + half);
    }

    /** {@code 2^(-days/halfLifeDays)} for days ≥ 0, else 0: within [0, 1]. */
    static double recency(double days, double halfLifeDays) {
        return days < 0 ? 0 : StrictMath.exp(-LN_2 * (days / halfLifeDays));
    }

    /** A rate with a prior that weighs as if it had been counted: within (0, 1). */
    static double rate(double successes, double trials, double priorSuccesses, double priorTrials) {
        return (successes + priorSuccesses) / (Math.max(successes, trials) + priorTrials);
    }

    static double flag(boolean holds) {
        return holds ? 1 : 0;
    }
}
