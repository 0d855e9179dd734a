package dev.counterpoint.domain.profile;

import dev.counterpoint.domain.encoding.CanonicalReader;
import dev.counterpoint.domain.encoding.CanonicalWriter;

/** What fold 2 added, as canonical bytes behind those of fold 1: windows as of the last event, of the rows in the order of their tables. */
final class WindowBytes {
    private WindowBytes() {}

    static void write(CanonicalWriter out, ProfileState state) {
        long last = state.lastRecordedAt;
        out.writeNumber(state.streak.days);
        out.writeNumber(state.streak.lastDay + 1);
        state.windows.write(out, last);
        writeAffinities(out, state.tags, last);
        writeAffinities(out, state.creators, last);
        for (ShelfEntry shelf : state.shelves.all()) {
            WindowCounts.write(out, shelf.seen, ShelfEntry.WINDOWS.length, last);
            WindowCounts.write(out, shelf.played, ShelfEntry.WINDOWS.length, last);
        }
    }

    /** @param state of which all that fold 1 had is read already */
    static void read(CanonicalReader in, ProfileState state) {
        long last = state.lastRecordedAt;
        state.streak.days = in.readNumber();
        state.streak.lastDay = in.readNumber() - 1;
        state.windows.read(in, last);
        readAffinities(in, state.tags, last);
        readAffinities(in, state.creators, last);
        for (ShelfEntry shelf : state.shelves.all()) {
            shelf.seen = WindowCounts.read(in, ShelfEntry.WINDOWS, last);
            shelf.played = WindowCounts.read(in, ShelfEntry.WINDOWS, last);
        }
    }

    private static void writeAffinities(CanonicalWriter out, Table<AffinityEntry> table, long last) {
        for (AffinityEntry entry : table.all()) {
            WindowCounts.write(out, entry.windows, AffinityEntry.WINDOWS.length, last);
        }
    }

    private static void readAffinities(CanonicalReader in, Table<AffinityEntry> table, long last) {
        for (AffinityEntry entry : table.all()) {
            entry.windows = WindowCounts.read(in, AffinityEntry.WINDOWS, last);
        }
    }
}
