package dev.counterpoint.infra.cli.terminal;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Progress for logs and pipes: a line every few seconds, and one at the end. */
final class ProgressLines implements Progress {
    private static final long BETWEEN_NANOS = Duration.ofSeconds(5).toNanos();

    private final PrintStream to;
    private final LongSupplier nanoTime;
    private final String task;
    private final long from;
    private final long total;
    private final long started;
    private long done;
    private long written;

    /** @param nanoTime a clock that only ever advances, in nanoseconds */
    ProgressLines(PrintStream to, LongSupplier nanoTime, String task, long from, long total) {
        this.to = to;
        this.nanoTime = nanoTime;
        this.task = task;
        this.from = from;
        this.total = total;
        this.done = from;
        this.started = nanoTime.getAsLong();
        this.written = started;
    }

    @Override
    public void reached(long reached) {
        long now = nanoTime.getAsLong();
        done = reached;
        if (now - written >= BETWEEN_NANOS) {
            written = now;
            write(now);
        }
    }

    @Override
    public void close() {
        write(nanoTime.getAsLong());
    }

    private void write(long now) {
        double seconds = Math.max(now - started, 1) / 1e9;
        long percent = total == 0 ? 100 : 100 * done / total;
        double rate = (done - from) / seconds;
        to.printf(Locale.ROOT, "%s: %,d of %,d (%d %%), %,.0f a second%n", task, done, total, percent, rate);
    }
}
