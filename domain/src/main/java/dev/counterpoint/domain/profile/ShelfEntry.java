package dev.counterpoint.domain.profile;

import dev.counterpoint.domain.time.HalfLife;

/** How a listener responds to a shelf template. Shelf ids are ASCII. */
final class ShelfEntry extends Entry<ShelfEntry> {
    static final int IMPRESSIONS = 0;
    static final int CLICKS = HalfLife.COUNT;
    static final int PLAYS = 2 * HalfLife.COUNT;
    static final int REFUSALS = 3 * HalfLife.COUNT;

    /** float[4 × 4]: impressions, clicks, plays, skips and dismissals, each by half-life. */
    final float[] weights;

    ShelfEntry(String shelfId) {
        this(shelfId, new float[4 * HalfLife.COUNT]);
    }

    private ShelfEntry(String shelfId, float[] weights) {
        super(shelfId);
        this.weights = weights;
    }

    @Override
    ShelfEntry copy() {
        return new ShelfEntry(key, weights.clone());
    }

    @Override
    int nameBytes() {
        return key.length();
    }
}
