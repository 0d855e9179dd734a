package dev.counterpoint.domain.profile;

import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.encoding.CanonicalReader;
import dev.counterpoint.domain.encoding.CanonicalWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The tables of a profile as canonical bytes, rows by name. */
final class TableBytes {
    private TableBytes() {}

    static void write(CanonicalWriter out, ProfileState state) {
        writeAffinities(out, state.tags);
        writeAffinities(out, state.creators);
        writeRecent(out, state.recent);
        writeExposures(out, state.exposures);
        writeShelves(out, state.shelves);
    }

    static void read(CanonicalReader in, ProfileState state) {
        readAffinities(in, state.tags);
        readAffinities(in, state.creators);
        readRecent(in, state.recent);
        readExposures(in, state.exposures);
        readShelves(in, state.shelves);
    }

    private static void writeAffinities(CanonicalWriter out, Table<AffinityEntry> table) {
        out.writeNumber(table.size());
        for (AffinityEntry entry : table.sorted()) {
            out.writeWord(entry.key);
            out.writeSparse(entry.weights);
            out.writeNumber(entry.day);
            out.writeNumber(entry.plays);
        }
    }

    private static void readAffinities(CanonicalReader in, Table<AffinityEntry> table) {
        for (int left = in.readCount(); left > 0; left--) {
            AffinityEntry entry = new AffinityEntry(in.readWord());
            in.readSparse(entry.weights);
            entry.day = in.readNumber();
            entry.plays = in.readNumber();
            table.add(entry);
        }
    }

    private static void writeRecent(CanonicalWriter out, Table<RecentEntry> table) {
        out.writeNumber(table.size());
        for (RecentEntry entry : table.sorted()) {
            out.writeWord(entry.key);
            out.writeWord(entry.kind.written());
            writeWords(out, entry.creators);
            writeWords(out, entry.tags);
            out.writeNumber(entry.lastPlayedAt);
            out.writeNumber(entry.plays);
        }
    }

    private static void readRecent(CanonicalReader in, Table<RecentEntry> table) {
        for (int left = in.readCount(); left > 0; left--) {
            RecentEntry entry =
                    new RecentEntry(in.readWord(), CardKind.parse(in.readWord()), readWords(in), readWords(in));
            entry.lastPlayedAt = in.readNumber();
            entry.plays = in.readNumber();
            table.add(entry);
        }
    }

    private static void writeExposures(CanonicalWriter out, Table<ExposureEntry> table) {
        out.writeNumber(table.size());
        for (ExposureEntry entry : table.sorted()) {
            out.writeWord(entry.key);
            out.writeNumber(entry.unanswered << 1 | (entry.dismissed ? 1 : 0));
            out.writeNumber(entry.lastAt);
        }
    }

    private static void readExposures(CanonicalReader in, Table<ExposureEntry> table) {
        for (int left = in.readCount(); left > 0; left--) {
            ExposureEntry entry = new ExposureEntry(in.readWord());
            long answers = in.readNumber();
            entry.unanswered = answers >>> 1;
            entry.dismissed = (answers & 1) == 1;
            entry.lastAt = in.readNumber();
            table.add(entry);
        }
    }

    private static void writeShelves(CanonicalWriter out, Table<ShelfEntry> table) {
        out.writeNumber(table.size());
        for (ShelfEntry entry : table.sorted()) {
            out.writeWord(entry.key);
            out.writeSparse(entry.weights);
        }
    }

    private static void readShelves(CanonicalReader in, Table<ShelfEntry> table) {
        for (int left = in.readCount(); left > 0; left--) {
            ShelfEntry entry = new ShelfEntry(in.readWord());
            in.readSparse(entry.weights);
            table.add(entry);
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
