package dev.counterpoint.domain.time;

/**
 * Windows that slide with time, cut into panes of equal length that begin at whole multiples of it since 1970. A window covers the pane
 * that runs now and the full ones before it, so it slides by one pane at a time and what lies in it is counted exactly.
 *
 * @see "Li, Maier, Tufte, Papadimos and Tucker 2005, No Pane, No Gain: Efficient Evaluation of Sliding-Window Aggregates over Data Streams"
 */
public enum SlidingWindow {
    /** Six panes of 10 minutes. */
    HOUR(10, 6),
    /** Six panes of 4 hours. */
    DAY(4 * 60, 6),
    /** Seven days (UTC). */
    WEEK(24 * 60, 7),
    /** Seven panes of 4 days. */
    MONTH(4 * 24 * 60, 7);

    /** How many there are: the length of every array that is indexed by {@link #ordinal()}. */
    public static final int COUNT = 4;

    /** No window has more panes. */
    public static final int MOST_PANES = 7;

    private static final long MICROS_PER_MINUTE = 60_000_000;

    private final long paneMicros;
    private final int panes;

    SlidingWindow(int paneMinutes, int panes) {
        this.paneMicros = paneMinutes * MICROS_PER_MINUTE;
        this.panes = panes;
    }

    /** How many panes it covers, the running one included. */
    public int panes() {
        return panes;
    }

    /** The number of the pane that a time in microseconds since 1970 lies in. */
    public long paneOf(long micros) {
        return micros / paneMicros;
    }
}
