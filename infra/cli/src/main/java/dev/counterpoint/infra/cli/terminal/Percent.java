package dev.counterpoint.infra.cli.terminal;

import java.util.Locale;

/** Shares as people read them. */
public final class Percent {
    private Percent() {}

    /** Such as {@code 95 %}, with as many decimals as it needs, at most four. */
    public static String of(double share) {
        return String.format(Locale.ROOT, "%.4f", 100 * share).replaceAll("\\.?0+$", "") + " %";
    }
}
