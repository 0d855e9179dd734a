package dev.counterpoint.infra.benchmarks.study;

import java.util.Arrays;

/** What several seeds have in common. */
final class Spread {
    private Spread() {}

    static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    static double least(double[] values) {
        return Arrays.stream(values).min().orElse(Double.NaN);
    }

    /** The standard error of the mean. */
    static double error(double[] values) {
        double mean = mean(values);
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(squares / (values.length - 1) / values.length);
    }
}
