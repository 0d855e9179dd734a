package dev.counterpoint.domain.profile;

import dev.counterpoint.domain.encoding.CanonicalReader;
import dev.counterpoint.domain.encoding.CanonicalWriter;
import dev.counterpoint.domain.time.SlidingWindow;
import org.jspecify.annotations.Nullable;

/** How often one thing happened in some sliding windows; each pane counts up to 511. */
final class WindowCounts {
    private static final int BITS = 9;

    /** Panes of each window as {@link DailyPlays} has days: the newest lowest. */
    private final long[] panes;

    private final SlidingWindow[] windows;

    /** The newest thing counted, in microseconds since 1970; what lies before it is relative to its panes. */
    private long newest;

    /** @param windows never changed afterwards */
    WindowCounts(SlidingWindow[] windows) {
        this(windows, new long[windows.length], 0);
    }

    private WindowCounts(SlidingWindow[] windows, long[] panes, long newest) {
        this.windows = windows;
        this.panes = panes;
        this.newest = newest;
    }

    static @Nullable WindowCounts copyOf(@Nullable WindowCounts counts) {
        return counts == null ? null : new WindowCounts(counts.windows, counts.panes.clone(), counts.newest);
    }

    void add(long at) {
        for (int i = 0; i < panes.length; i++) {
            long moved = windows[i].paneOf(at) - windows[i].paneOf(newest);
            panes[i] = DailyPlays.added(DailyPlays.shifted(panes[i], Math.max(0, moved)), Math.max(0, -moved));
        }
        newest = Math.max(newest, at);
    }

    /** How often within a window that ends now. */
    static int in(SlidingWindow window, @Nullable WindowCounts counts, long now) {
        if (counts == null) {
            return 0;
        }
        for (int i = 0; i < counts.windows.length; i++) {
            if (counts.windows[i] == window) {
                return DailyPlays.sum(counts.panesAt(i, now));
            }
        }
        throw new IllegalArgumentException("not counted by " + window);
    }

    long newest() {
        return newest;
    }

    /** @param now not before the newest */
    private long panesAt(int i, long now) {
        long moved = windows[i].paneOf(now) - windows[i].paneOf(newest);
        return DailyPlays.shifted(panes[i], moved) & (1L << BITS * windows[i].panes()) - 1;
    }

    /** As of a time that is not before the newest; what has left all windows is as if it had never been. */
    static void write(CanonicalWriter out, @Nullable WindowCounts counts, int windows, long asOf) {
        for (int i = 0; i < windows; i++) {
            out.writeNumber(counts == null ? 0 : counts.panesAt(i, asOf));
        }
    }

    static @Nullable WindowCounts read(CanonicalReader in, SlidingWindow[] windows, long asOf) {
        WindowCounts counts = new WindowCounts(windows);
        counts.newest = asOf;
        long any = 0;
        for (int i = 0; i < windows.length; i++) {
            counts.panes[i] = in.readNumber();
            any |= counts.panes[i];
        }
        return any == 0 ? null : counts;
    }
}
