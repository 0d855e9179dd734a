package dev.counterpoint.domain.profile;

import dev.counterpoint.domain.catalog.Names;
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

    /** At most one place in so many is taken: most names that are not there are told by one look. */
    private static final int SPARSENESS = 4;

    private final String[] names;
    private final double[] values;

    /** Open addressing: 1 + the number of a name, 0 where free. */
    private final short[] index;

    AffinityRows(Table<AffinityEntry> table, double[] fading, long now) {
        this.names = new String[table.size()];
        this.values = new double[table.size() * COLUMNS];
        this.index = new short[Integer.highestOneBit(SPARSENESS * table.size() + 1) * 2];
        for (int row = 0; row < table.size(); row++) {
            names[row] = table.row(row).key;
            enter(row);
            fill(table.row(row), row * COLUMNS, fading, now);
        }
    }

    private void enter(int row) {
        int place = firstPlaceOf(names[row].hashCode());
        while (index[place] != 0) {
            place = place + 1 & index.length - 1;
        }
        index[place] = (short) (row + 1);
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

    /**
     * Adds what is known of one of several names, each times a weight, to the eight sums from an offset.
     *
     * @return whether it is remembered; else nothing was added
     */
    public boolean addTo(double[] sums, int first, Names of, int position, double weight) {
        int place = firstPlaceOf(of.hash(position));
        while (index[place] != 0) {
            int row = index[place] - 1;
            if (names[row].equals(of.get(position))) {
                add(sums, first, row * COLUMNS, weight);
                return true;
            }
            place = place + 1 & index.length - 1;
        }
        return false;
    }

    private void add(double[] sums, int first, int offset, double weight) {
        for (int i = 0; i < COLUMNS; i++) {
            sums[first + i] += weight * values[offset + i];
        }
    }

    private int firstPlaceOf(int hash) {
        int spread = hash * 0x9E3779B9;
        return (spread ^ spread >>> 16) & index.length - 1;
    }
}
