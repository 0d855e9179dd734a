package dev.counterpoint.domain.profile;

import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.encoding.CanonicalReader;
import dev.counterpoint.domain.encoding.CanonicalWriter;
import dev.counterpoint.domain.time.Micros;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The tables of a profile as canonical bytes, rows in the order of their coming, which is part of the state. Times are written as what lies
 * between them and the last event: that is short, and never below 0. */
final class TableBytes {
    private TableBytes() {}

    static void write(CanonicalWriter out, ProfileState state) {
        long last = state.lastRecordedAt;
        writeAffinities(out, state.tags, last / Micros.PER_DAY);
        writeAffinities(out, state.creators, last / Micros.PER_DAY);
        writeRecent(out, state.recent, last);
        writeExposures(out, state.exposures, last);
        writeShelves(out, state.shelves);
    }

    /** @param state of which {@code lastRecordedAt} is read already */
    static void read(CanonicalReader in, ProfileState state) {
        long last = state.lastRecordedAt;
        readAffinities(in, state.tags, last / Micros.PER_DAY);
        readAffinities(in, state.creators, last / Micros.PER_DAY);
        readRecent(in, state.recent, last);
        readExposures(in, state.exposures, last);
        readShelves(in, state.shelves);
    }

    private static void writeAffinities(CanonicalWriter out, Table<AffinityEntry> table, long today) {
        out.writeNumber(table.size());
        for (AffinityEntry entry : table.all()) {
            out.writeWord(entry.key);
            out.writeSparse(entry.weights);
            out.writeNumber(today - entry.day);
            out.writeNumber(entry.plays);
        }
    }

    private static void readAffinities(CanonicalReader in, Table<AffinityEntry> table, long today) {
        for (int left = in.readCount(); left > 0; left--) {
            AffinityEntry entry = new AffinityEntry(in.readWord());
            in.readSparse(entry.weights);
            entry.day = today - in.readNumber();
            entry.plays = in.readNumber();
            table.put(entry);
        }
    }

    private static void writeRecent(CanonicalWriter out, Table<RecentEntry> table, long last) {
        out.writeNumber(table.size());
        for (RecentEntry entry : table.all()) {
            out.writeWord(entry.key);
            out.writeWord(entry.kind.written());
            writeWords(out, entry.creators);
            writeWords(out, entry.tags);
            out.writeNumber(last - entry.lastPlayedAt);
            out.writeNumber(entry.plays);
        }
    }

    private static void readRecent(CanonicalReader in, Table<RecentEntry> table, long last) {
        for (int left = in.readCount(); left > 0; left--) {
            RecentEntry entry =
                    new RecentEntry(in.readWord(), CardKind.parse(in.readWord()), readWords(in), readWords(in));
            entry.lastPlayedAt = last - in.readNumber();
            entry.plays = in.readNumber();
            table.put(entry);
        }
    }

    private static void writeExposures(CanonicalWriter out, Table<ExposureEntry> table, long last) {
        out.writeNumber(table.size());
        for (ExposureEntry entry : table.all()) {
            out.writeWord(entry.key);
            out.writeNumber(entry.unanswered << 1 | (entry.dismissed ? 1 : 0));
            out.writeNumber(last - entry.lastAt);
        }
    }

    private static void readExposures(CanonicalReader in, Table<ExposureEntry> table, long last) {
        for (int left = in.readCount(); left > 0; left--) {
            ExposureEntry entry = new ExposureEntry(in.readWord());
            long answers = in.readNumber();
            entry.unanswered = answers >>> 1;
            entry.dismissed = (answers & 1) == 1;
            entry.lastAt = last - in.readNumber();
            table.put(entry);
        }
    }

    private static void writeShelves(CanonicalWriter out, Table<ShelfEntry> table) {
        out.writeNumber(table.size());
        for (ShelfEntry entry : table.all()) {
            out.writeWord(entry.key);
            out.writeSparse(entry.weights);
        }
    }

    private static void readShelves(CanonicalReader in, Table<ShelfEntry> table) {
        for (int left = in.readCount(); left > 0; left--) {
            ShelfEntry entry = new ShelfEntry(in.readWord());
            in.readSparse(entry.weights);
            table.put(entry);
        }
    }

    private static void writeWords(CanonicalWriter out, List<String> words) {
        out.writeNumber(words.size());
        words.forEach(out::writeWord);
    }

    private static List<String> readWords(CanonicalReader in) {
        int count = in.readCount();
        List<String> words = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            words.add(in.readWord());
        }
        return Collections.unmodifiableList(words);
    }
}
