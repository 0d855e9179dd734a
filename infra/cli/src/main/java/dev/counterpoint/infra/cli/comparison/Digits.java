package dev.counterpoint.infra.cli.comparison;

import dev.counterpoint.infra.cli.comparison.Findings.Bounds;
import dev.counterpoint.infra.cli.comparison.Findings.Figure;
import dev.counterpoint.infra.cli.comparison.Findings.Value;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How numbers of one reward are written: four digits of the largest. Rewards are clicks as well as milliseconds.
 *
 * @param decimals behind the point, 0 to 6
 */
record Digits(int decimals) {
    private static final int MOST = 6;
    private static final int SIGNIFICANT = 4;

    static Digits of(List<Value> values) {
        double largest = values.stream()
                .flatMap(value -> Stream.of(value.value(), value.difference()))
                .filter(Objects::nonNull)
                .mapToDouble(figure -> Math.abs(figure.value()))
                .max()
                .orElse(0);
        int before = largest > 0 ? 1 + (int) Math.floor(Math.log10(largest)) : 0;
        return new Digits(Math.max(0, Math.min(MOST, SIGNIFICANT - before)));
    }

    String plain(double number) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", number);
    }

    String signed(double number) {
        return String.format(Locale.ROOT, "%+,." + decimals + "f", number);
    }

    /** Such as {@code 0.2500 [0.2400, 0.2600]}. */
    String plain(Figure figure) {
        Bounds within = figure.interval();
        return plain(figure.value())
                + (within == null ? " (no interval)" : " [" + plain(within.low()) + ", " + plain(within.high()) + "]");
    }

    /** Such as {@code +0.0200 [+0.0100, +0.0300]}. */
    String signed(Figure figure, @Nullable Bounds within) {
        return signed(figure.value()) + (within == null ? " (no interval)" : " " + within(within));
    }

    /** Such as {@code [+0.0100, +0.0300]}. */
    String within(Bounds bounds) {
        return "[" + signed(bounds.low()) + ", " + signed(bounds.high()) + "]";
    }
}
