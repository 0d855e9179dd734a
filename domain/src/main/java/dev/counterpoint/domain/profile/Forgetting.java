package dev.counterpoint.domain.profile;

import java.util.stream.Stream;

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
        cutWindows(state);
    }

    /** Windows of tags and creators take what all else may leave of the whole. */
    private static void cutWindows(ProfileState state) {
        int room = (Limits.BYTES - Limits.mostBytesWithoutWindows(state)) / Limits.WINDOW_BYTES;
        if (room < state.tags.size() + state.creators.size()) {
            long firstDay = firstDayKept(state, Math.max(0, room));
            forgetBefore(firstDay, state.tags);
            forgetBefore(firstDay, state.creators);
        }
    }

    /** The first of the last days of plays of which all names together have no more windows than there is room for. */
    private static long firstDayKept(ProfileState state, int room) {
        long[] days = Stream.concat(state.tags.all().stream(), state.creators.all().stream())
                .filter(entry -> entry.windows != null)
                .mapToLong(entry -> entry.day)
                .sorted()
                .toArray();
        return days.length <= room ? Long.MIN_VALUE : days[days.length - room - 1] + 1;
    }

    private static void forgetBefore(long firstDay, Table<AffinityEntry> table) {
        for (int i = 0; i < table.size(); i++) {
            if (table.row(i).windows != null && table.row(i).day < firstDay) {
                table.own(i).windows = null;
            }
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
