package dev.counterpoint.infra.benchmarks.study;

import java.util.Locale;

/**
 * How many of some trials came out so.
 *
 * @param of trials
 */
record Share(long times, long of) {
    static Share none() {
        return new Share(0, 0);
    }

    Share with(boolean cameOutSo) {
        return new Share(times + (cameOutSo ? 1 : 0), of + 1);
    }

    Share plus(Share other) {
        return new Share(times + other.times, of + other.of);
    }

    double value() {
        return (double) times / of;
    }

    /** The Monte Carlo standard error of so many trials, were this the true share. */
    double errorAt(double share) {
        return Math.sqrt(share * (1 - share) / of);
    }

    @Override
    public String toString() {
        return of == 0 ? "none" : String.format(Locale.ROOT, "%d of %d (%.2f %%)", times, of, 100 * value());
    }
}
