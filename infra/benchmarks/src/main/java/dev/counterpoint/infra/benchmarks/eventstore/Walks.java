package dev.counterpoint.infra.benchmarks.eventstore;

import dev.counterpoint.domain.eventlog.StoredStreams;
import dev.counterpoint.training.replay.ListenerStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntToLongFunction;

/** Walks through all parts of something, some at a time. */
final class Walks {
    private static final double MIB = 1024.0 * 1024;

    private final int threads;

    Walks(int threads) {
        this.threads = threads;
    }

    /** @param peakMib the most that stood on the heap when somebody looked, garbage included */
    record Rate(long events, double seconds, double peakMib) {
        double perSecond() {
            return events / seconds;
        }

        double over(Rate other) {
            return perSecond() / other.perSecond();
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d events in %.1f s, %.0f events/s, heap at most %.0f MiB",
                    events,
                    seconds,
                    perSecond(),
                    peakMib);
        }
    }

    Rate rate(int parts, IntToLongFunction part) {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        AtomicLong peak = new AtomicLong();
        long began = System.nanoTime();
        try {
            List<Future<Long>> all = new ArrayList<>();
            for (int number = 0; number < parts; number++) {
                int each = number;
                Callable<Long> task = () -> {
                    long walked = part.applyAsLong(each);
                    Runtime runtime = Runtime.getRuntime();
                    peak.accumulateAndGet(runtime.totalMemory() - runtime.freeMemory(), Math::max);
                    return walked;
                };
                all.add(workers.submit(task));
            }
            long events = 0;
            for (Future<Long> done : all) {
                events += done.get();
            }
            return new Rate(events, (System.nanoTime() - began) / 1e9, peak.get() / MIB);
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException("a part was not walked", failed);
        } finally {
            workers.shutdownNow();
        }
    }

    static long events(StoredStreams streams, int part) {
        long[] walked = {0};
        streams.walk(part, (stream, events) -> walked[0] += events.size());
        return walked[0];
    }

    static long events(ListenerStreams streams, int part) {
        long[] walked = {0};
        streams.walk(part, (stream, events) -> walked[0] += events.size());
        return walked[0];
    }
}
