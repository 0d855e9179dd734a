package dev.counterpoint.domain.profile;

import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.listener.ListenerSettings;
import dev.counterpoint.domain.time.HalfLife;

/** All that a profile holds. Changed only while it is folded; never after it was handed to a {@link Profile}. */
final class ProfileState {
    private static final HalfLife[] HALF_LIVES = HalfLife.values();

    long sequence = -1;
    ListenerSettings settings = ListenerSettings.defaults();

    /** In microseconds; -1 where nothing was recorded. */
    long registeredAt = -1;

    long lastRecordedAt = -1;
    long playedMs;

    DecayClock clock = new DecayClock();
    Session session = new Session();

    /** long[7], by interaction type. */
    long[] totals = new long[InteractionType.values().length];

    /** float[7 × 4], by interaction type and half-life. */
    float[] counts = new float[InteractionType.values().length * HalfLife.COUNT];

    /** float[2 × 4]: plays of cards not played lately, and minutes played; each by half-life. */
    float[] listening = new float[2 * HalfLife.COUNT];

    /** float[7 × 4]: plays by kind of card and half-life. */
    float[] kinds = new float[CardKind.values().length * HalfLife.COUNT];

    /** See {@link Rhythm}. */
    float[] rhythm = new float[Rhythm.SLOTS];

    /** Since fold 2. */
    ListenerWindows windows = new ListenerWindows();

    /** Since fold 2. */
    DayStreak streak = new DayStreak();

    Table<AffinityEntry> tags = new Table<>(Limits.TAGS, Limits.TAG_BYTES);
    Table<AffinityEntry> creators = new Table<>(Limits.CREATORS, Limits.CREATOR_BYTES);
    Table<RecentEntry> recent = new Table<>(Limits.RECENT_CARDS, Limits.RECENT_BYTES);
    Table<ExposureEntry> exposures = new Table<>(Limits.EXPOSURES, Limits.EXPOSURE_BYTES);
    Table<ShelfEntry> shelves = new Table<>(Limits.SHELVES, Limits.SHELF_BYTES);

    int rows() {
        return tags.size() + creators.size() + recent.size() + exposures.size() + shelves.size();
    }

    ProfileState copy() {
        ProfileState copy = new ProfileState();
        copy.sequence = sequence;
        copy.settings = settings;
        copy.registeredAt = registeredAt;
        copy.lastRecordedAt = lastRecordedAt;
        copy.playedMs = playedMs;
        copy.clock = clock.copy();
        copy.session = session.copy();
        copy.totals = totals.clone();
        copy.counts = counts.clone();
        copy.listening = listening.clone();
        copy.kinds = kinds.clone();
        copy.rhythm = rhythm.clone();
        copy.windows = windows.copy();
        copy.streak = streak.copy();
        copyTables(copy);
        return copy;
    }

    private void copyTables(ProfileState copy) {
        copy.tags = tags.copy();
        copy.creators = creators.copy();
        copy.recent = recent.copy();
        copy.exposures = exposures.copy();
        copy.shelves = shelves.copy();
    }

    /** Moves the references of all fading weights so far that an event at a time can be added. */
    void advance(long at) {
        if (clock.isUnset()) {
            clock.start(at);
        }
        for (HalfLife halfLife : HALF_LIVES) {
            long halvings = clock.halvingsBefore(halfLife, at);
            if (halvings > 0) {
                clock.moveOn(halfLife, halvings);
                halve(halfLife, halvings);
            }
        }
    }

    private void halve(HalfLife halfLife, long times) {
        Weights.halve(counts, halfLife, times);
        Weights.halve(listening, halfLife, times);
        Weights.halve(kinds, halfLife, times);
        if (halfLife == HalfLife.MONTH) {
            Weights.halve(rhythm, times);
        }
        halveAffinities(tags, halfLife, times);
        halveAffinities(creators, halfLife, times);
        for (int i = 0; i < shelves.size(); i++) {
            Weights.halve(shelves.own(i).weights, halfLife, times);
        }
    }

    private static void halveAffinities(Table<AffinityEntry> table, HalfLife halfLife, long times) {
        for (int i = 0; i < table.size(); i++) {
            Weights.halve(table.own(i).weights, halfLife, times);
        }
    }
}
