package dev.counterpoint.infra.benchmarks.measure;

import java.util.Arrays;
import java.util.Locale;

/** Durations in order. Immutable. */
public final class Percentiles {
    private static final double NANOS_PER_MS = 1e6;

    private final long[] nanos;

    /** @param nanos at least one duration, in any order; copied */
    public Percentiles(long[] nanos) {
        if (nanos.length == 0) {
            throw new IllegalArgumentException("there are no percentiles of nothing");
        }
        this.nanos = nanos.clone();
        Arrays.sort(this.nanos);
    }

    /**
     * The smallest duration that at least this share of them does not exceed (nearest rank).
     *
     * @param percent over 0 to 100
     * @return in milliseconds
     */
    public double ms(double percent) {
        if (!(percent > 0 && percent <= 100)) {
            throw new IllegalArgumentException("a percentile is over 0 to 100, not " + percent);
        }
        int rank = (int) Math.ceil(percent / 100 * nanos.length);
        return nanos[Math.max(rank, 1) - 1] / NANOS_PER_MS;
    }

    /** {@code n=2000 p50=9.41 ms p90=… p99=… max=…}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "n=%d p50=%.2f ms p90=%.2f ms p99=%.2f ms max=%.2f ms",
                nanos.length,
                ms(50),
                ms(90),
                ms(99),
                ms(100));
    }
}
