package dev.counterpoint.training.evaluation;

/**
 * How likely each place of a page is seen, as some pages tell, whatever stands there: one half of a model of rewards, whose other half is a
 * score of what stands there. A wrong one costs precision, never validity. Not thread-safe.
 */
public final class Examination {
    private static final int ROWS = 20;
    private static final int COLUMNS = 50;

    private final long[] shown = new long[ROWS * COLUMNS];
    private final long[] seen = new long[ROWS * COLUMNS];

    /** Rows and columns from 0. */
    public void add(int row, int column, boolean isSeen) {
        shown[row * COLUMNS + column]++;
        seen[row * COLUMNS + column] += isSeen ? 1 : 0;
    }

    /** @return within (0, 1); a half where nothing was ever shown */
    public double seen(int row, int column) {
        int place = row * COLUMNS + column;
        return (seen[place] + 1.0) / (shown[place] + 2.0);
    }
}
