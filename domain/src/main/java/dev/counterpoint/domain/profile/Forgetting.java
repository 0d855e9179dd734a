package dev.counterpoint.domain.profile;

import java.util.Comparator;

/** Cuts back what has grown beyond its limits, as {@link Limits} states. */
final class Forgetting {
    private static final Comparator<RecentEntry> LATEST_PLAYED_FIRST =
            Comparator.comparingLong((RecentEntry entry) -> entry.lastPlayedAt).reversed();
    private static final Comparator<ExposureEntry> LATEST_SHOWN_FIRST =
            Comparator.comparingLong((ExposureEntry entry) -> entry.lastAt).reversed();

    private Forgetting() {}

    static void apply(ProfileState state) {
        cutAffinities(state.tags, state);
        cutAffinities(state.creators, state);
        if (state.recent.isOverfull()) {
            state.recent.cut(LATEST_PLAYED_FIRST);
        }
        if (state.exposures.isOverfull()) {
            state.exposures.cut(LATEST_SHOWN_FIRST);
        }
        if (state.shelves.isOverfull()) {
            double[] fading = fading(state);
            state.shelves.cut(Comparator.comparingDouble((ShelfEntry entry) -> strength(entry, fading))
                    .reversed());
        }
    }

    private static void cutAffinities(Table<AffinityEntry> table, ProfileState state) {
        if (table.isOverfull()) {
            double[] fading = fading(state);
            table.cut(Comparator.comparingDouble((AffinityEntry entry) -> Weights.strength(entry.weights, 0, fading))
                    .reversed());
        }
    }

    /** As of the newest event, so that what was just done counts in full. */
    private static double[] fading(ProfileState state) {
        return state.clock.fading(state.lastRecordedAt);
    }

    private static double strength(ShelfEntry shelf, double[] fading) {
        double strength = 0;
        for (int offset = 0; offset < shelf.weights.length; offset += fading.length) {
            strength += Weights.strength(shelf.weights, offset, fading);
        }
        return strength;
    }
}
