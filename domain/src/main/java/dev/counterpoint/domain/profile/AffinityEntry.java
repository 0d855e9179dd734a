package dev.counterpoint.domain.profile;

import dev.counterpoint.domain.catalog.Names;
import dev.counterpoint.domain.encoding.CanonicalWriter;
import dev.counterpoint.domain.time.HalfLife;
import dev.counterpoint.domain.time.Micros;
import dev.counterpoint.domain.time.SlidingWindow;
import org.jspecify.annotations.Nullable;

/** What a listener thinks of a tag, a creator or a kind of card. */
final class AffinityEntry extends Entry<AffinityEntry> {
    /** The week is counted by {@link #plays}. */
    static final SlidingWindow[] WINDOWS = {SlidingWindow.HOUR, SlidingWindow.DAY, SlidingWindow.MONTH};

    /** float[4], by half-life. */
    final float[] weights;

    /** See {@link DailyPlays}. */
    long plays;

    /** The newest day in {@link #plays}, days since 1970. */
    long day;

    /** Plays in {@link #WINDOWS}; null where there are none, or they were forgotten. */
    @Nullable
    WindowCounts windows;

    AffinityEntry(String name) {
        this(Names.pooled(name), new float[HalfLife.COUNT]);
    }

    private AffinityEntry(String name, float[] weights) {
        super(name);
        this.weights = weights;
    }

    @Override
    AffinityEntry copy() {
        AffinityEntry copy = new AffinityEntry(key, weights.clone());
        copy.plays = plays;
        copy.day = day;
        copy.windows = WindowCounts.copyOf(windows);
        return copy;
    }

    @Override
    int nameBytes() {
        return CanonicalWriter.encodedLength(key);
    }

    void addPlay(long at) {
        long playDay = at / Micros.PER_DAY;
        if (playDay > day) {
            plays = DailyPlays.shifted(plays, playDay - day);
            day = playDay;
        }
        plays = DailyPlays.added(plays, day - playDay);
        windows = windows == null ? new WindowCounts(WINDOWS) : windows;
        windows.add(at);
    }

    /** Plays within a window that ends now. */
    int playsIn(SlidingWindow window, long now) {
        return window == SlidingWindow.WEEK
                ? playsInWeekUntil(now / Micros.PER_DAY)
                : WindowCounts.in(window, windows, now);
    }

    int playsInWeekUntil(long today) {
        return DailyPlays.sum(DailyPlays.shifted(plays, Math.max(0, today - day)));
    }
}
