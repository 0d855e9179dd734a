package dev.counterpoint.domain.profile;

import dev.counterpoint.domain.time.HalfLife;
import dev.counterpoint.domain.time.SlidingWindow;
import org.jspecify.annotations.Nullable;

/** How a listener responds to a shelf template. Shelf ids are ASCII. */
final class ShelfEntry extends Entry<ShelfEntry> {
    static final int IMPRESSIONS = 0;
    static final int CLICKS = HalfLife.COUNT;
    static final int PLAYS = 2 * HalfLife.COUNT;
    static final int REFUSALS = 3 * HalfLife.COUNT;

    static final SlidingWindow[] WINDOWS = SlidingWindow.values();

    /** float[4 × 4]: impressions, clicks, plays, skips and dismissals, each by half-life. */
    final float[] weights;

    /** Impressions in all windows; null where there are none. */
    @Nullable
    WindowCounts seen;

    /** Plays in all windows; null where there are none. */
    @Nullable
    WindowCounts played;

    ShelfEntry(String shelfId) {
        this(shelfId, new float[4 * HalfLife.COUNT]);
    }

    private ShelfEntry(String shelfId, float[] weights) {
        super(shelfId);
        this.weights = weights;
    }

    @Override
    ShelfEntry copy() {
        ShelfEntry copy = new ShelfEntry(key, weights.clone());
        copy.seen = WindowCounts.copyOf(seen);
        copy.played = WindowCounts.copyOf(played);
        return copy;
    }

    void addImpression(long at) {
        seen = seen == null ? new WindowCounts(WINDOWS) : seen;
        seen.add(at);
    }

    void addPlay(long at) {
        played = played == null ? new WindowCounts(WINDOWS) : played;
        played.add(at);
    }

    @Override
    int nameBytes() {
        return key.length();
    }
}
