package dev.counterpoint.domain.profile;

import dev.counterpoint.domain.encoding.CanonicalWriter;
import dev.counterpoint.domain.time.HalfLife;

/** What a listener thinks of a tag, a creator or a kind of card. */
final class AffinityEntry extends Entry<AffinityEntry> {
    /** float[4], by half-life. */
    final float[] weights;

    /** See {@link DailyPlays}. */
    long plays;

    /** The newest day in {@link #plays}, days since 1970. */
    long day;

    AffinityEntry(String name) {
        this(name, new float[HalfLife.COUNT]);
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
        return copy;
    }

    @Override
    int nameBytes() {
        return CanonicalWriter.encodedLength(key);
    }

    void addPlay(long playDay) {
        if (playDay > day) {
            plays = DailyPlays.shifted(plays, playDay - day);
            day = playDay;
        }
        plays = DailyPlays.added(plays, day - playDay);
    }

    int playsInWeekUntil(long today) {
        return DailyPlays.sum(DailyPlays.shifted(plays, Math.max(0, today - day)));
    }
}
