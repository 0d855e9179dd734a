package dev.counterpoint.domain.profile;

import dev.counterpoint.domain.time.HalfLife;
import dev.counterpoint.domain.time.SlidingWindow;

/**
 * Affinities and windows of all names at one instant, worked out once, for whoever asks for many cards: double[names × 8]. The numbers are
 * those of {@link Affinities}. Immutable.
 */
public final class AffinityRows {
    /** Behind the half-lives come the windows. */
    public static final int COLUMNS = HalfLife.COUNT + SlidingWindow.COUNT;

    private static final SlidingWindow[] WINDOWS = SlidingWindow.values();

    private final Table<AffinityEntry> table;
    private final double[] values;

    AffinityRows(Table<AffinityEntry> table, double[] fading, long now) {
        this.table = table;
        this.values = new double[table.size() * COLUMNS];
        for (int row = 0; row < table.size(); row++) {
            fill(table.row(row), row * COLUMNS, fading, now);
        }
    }

    private void fill(AffinityEntry entry, int offset, double[] fading, long now) {
        for (int i = 0; i < HalfLife.COUNT; i++) {
            values[offset + i] = entry.weights[i] * fading[i];
        }
        for (SlidingWindow window : WINDOWS) {
            values[offset + HalfLife.COUNT + window.ordinal()] = entry.playsIn(window, now);
        }
    }

    /** The column of affinities, in plays, that fade with a half-life. */
    public static int column(HalfLife halfLife) {
        return halfLife.ordinal();
    }

    /** The column of plays within a window. */
    public static int column(SlidingWindow window) {
        return HalfLife.COUNT + window.ordinal();
    }

    /** Adds what is known of a name, each times a weight, to double[8]; nothing for one that is not remembered. */
    public void addTo(double[] sums, String name, double weight) {
        int row = table.numberOf(name);
        if (row >= 0) {
            int offset = row * COLUMNS;
            for (int i = 0; i < COLUMNS; i++) {
                sums[i] += weight * values[offset + i];
            }
        }
    }
}
