package dev.counterpoint.domain.profile;

/** Cuts back what has grown beyond its limits, as {@link Limits} states. */
final class Forgetting {
    private Forgetting() {}

    static void apply(ProfileState state) {
        cutAffinities(state.tags, state);
        cutAffinities(state.creators, state);
        if (state.recent.isOverfull()) {
            state.recent.cut(entry -> entry.lastPlayedAt);
        }
        if (state.exposures.isOverfull()) {
            state.exposures.cut(entry -> entry.lastAt);
        }
        if (state.shelves.isOverfull()) {
            double[] fading = fading(state);
            state.shelves.cut(entry -> strength(entry, fading));
        }
    }

    private static void cutAffinities(Table<AffinityEntry> table, ProfileState state) {
        if (table.isOverfull()) {
            double[] fading = fading(state);
            table.cut(entry -> Weights.strength(entry.weights, 0, fading));
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
