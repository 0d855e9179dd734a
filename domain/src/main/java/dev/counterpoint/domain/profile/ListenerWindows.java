package dev.counterpoint.domain.profile;

import dev.counterpoint.domain.encoding.CanonicalReader;
import dev.counterpoint.domain.encoding.CanonicalWriter;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.time.SlidingWindow;

/** Interactions of each type and seconds played, in each sliding window. */
final class ListenerWindows {
    /** Behind the types of interaction. */
    private static final int SECONDS = InteractionType.values().length;

    private static final int MEASURES = SECONDS + 1;
    private static final int PANES = SlidingWindow.MOST_PANES;
    private static final SlidingWindow[] WINDOWS = SlidingWindow.values();

    /** The most bytes that {@link #write} takes: a mask and seven counts of up to three bytes each, for each measure and window. */
    static final int MOST_BYTES = MEASURES * SlidingWindow.COUNT * (1 + 3 * PANES);

    /** What a pane counts up to: three bytes. */
    private static final int MOST = (1 << 21) - 1;

    /** int[4 × 8 × 7], by window, measure and pane, the newest pane first. */
    private final int[] counts;

    /** In microseconds since 1970. */
    private long newest;

    ListenerWindows() {
        this(new int[SlidingWindow.COUNT * MEASURES * PANES], 0);
    }

    private ListenerWindows(int[] counts, long newest) {
        this.counts = counts;
        this.newest = newest;
    }

    ListenerWindows copy() {
        return new ListenerWindows(counts.clone(), newest);
    }

    void add(InteractionType type, long at) {
        add(type.ordinal(), 1, at);
    }

    void addSeconds(long seconds, long at) {
        add(SECONDS, seconds, at);
    }

    long count(InteractionType type, SlidingWindow window, long now) {
        return sum(type.ordinal(), window, now);
    }

    long seconds(SlidingWindow window, long now) {
        return sum(SECONDS, window, now);
    }

    private void add(int measure, long more, long at) {
        advance(at);
        for (SlidingWindow window : WINDOWS) {
            long before = window.paneOf(newest) - window.paneOf(at);
            if (before < window.panes()) {
                int pane = offset(window, measure) + (int) before;
                counts[pane] = (int) Math.min(MOST, counts[pane] + more);
            }
        }
    }

    private void advance(long at) {
        if (at <= newest) {
            return;
        }
        for (SlidingWindow window : WINDOWS) {
            int moved = (int) Math.min(PANES, window.paneOf(at) - window.paneOf(newest));
            for (int measure = 0; measure < MEASURES && moved > 0; measure++) {
                shift(offset(window, measure), moved);
            }
        }
        newest = at;
    }

    private void shift(int offset, int moved) {
        System.arraycopy(counts, offset, counts, offset + moved, PANES - moved);
        for (int pane = 0; pane < moved; pane++) {
            counts[offset + pane] = 0;
        }
    }

    private long sum(int measure, SlidingWindow window, long now) {
        long moved = Math.max(0, window.paneOf(now) - window.paneOf(newest));
        long sum = 0;
        for (long pane = 0; pane < window.panes() - moved; pane++) {
            sum += counts[offset(window, measure) + (int) pane];
        }
        return sum;
    }

    private static int offset(SlidingWindow window, int measure) {
        return (window.ordinal() * MEASURES + measure) * PANES;
    }

    /** As of a time that is not before the newest. */
    void write(CanonicalWriter out, long asOf) {
        ListenerWindows then = copy();
        then.advance(asOf);
        for (SlidingWindow window : WINDOWS) {
            for (int measure = 0; measure < MEASURES; measure++) {
                then.write(out, offset(window, measure), window.panes());
            }
        }
    }

    private void write(CanonicalWriter out, int offset, int panes) {
        int mask = 0;
        for (int pane = 0; pane < panes; pane++) {
            mask |= counts[offset + pane] == 0 ? 0 : 1 << pane;
        }
        out.writeNumber(mask);
        for (int pane = 0; pane < panes; pane++) {
            if (counts[offset + pane] != 0) {
                out.writeNumber(counts[offset + pane]);
            }
        }
    }

    void read(CanonicalReader in, long asOf) {
        newest = Math.max(0, asOf);
        for (int offset = 0; offset < counts.length; offset += PANES) {
            long mask = in.readNumber();
            for (int pane = 0; pane < PANES; pane++) {
                counts[offset + pane] = (mask >>> pane & 1) == 0 ? 0 : (int) Math.min(MOST, in.readNumber());
            }
        }
    }
}
