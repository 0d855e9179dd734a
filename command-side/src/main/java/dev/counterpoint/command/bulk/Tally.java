package dev.counterpoint.command.bulk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of the lines of an import so far. Thread-safe. */
public final class Tally {
    private final List<Rejection> rejections = new ArrayList<>();
    private long accepted;
    private long duplicates;
    private long firstUnsettled = Long.MAX_VALUE;
    private @Nullable RuntimeException failure;

    /** Lines that are recorded now and were not before. */
    public synchronized void accepted(long lines) {
        accepted += lines;
    }

    /** Lines that were there already. */
    public synchronized void duplicates(long lines) {
        duplicates += lines;
    }

    public synchronized void rejected(long line, String detail) {
        rejections.add(new Rejection(line, detail));
    }

    /** From this line on it may be that nothing was recorded, and why. */
    public synchronized void unsettled(long line, RuntimeException cause) {
        if (line < firstUnsettled) {
            firstUnsettled = line;
            failure = cause;
        }
    }

    public synchronized long accepted() {
        return accepted;
    }

    public synchronized long duplicates() {
        return duplicates;
    }

    /** By line. */
    public synchronized List<Rejection> rejections() {
        return rejections.stream()
                .sorted(Comparator.comparingLong(Rejection::line))
                .toList();
    }

    public synchronized int rejected() {
        return rejections.size();
    }

    /** Why the import cannot go on, of the first line concerned; null while it can. */
    public synchronized @Nullable RuntimeException failure() {
        return failure;
    }

    /** Up to which line everything is settled, of those up to a line that were taken on. */
    public synchronized long settledThrough(long line) {
        return Math.min(line, firstUnsettled - 1);
    }
}
