package dev.counterpoint.infra.benchmarks.eventstore;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Keeps a number of calls under way at a time, over streams that are taken in turn. Each way of appending has streams of its own. */
final class InFlight {
    private final String prefix;
    private final int streams;
    private final int inFlight;
    private final int events;
    private final long[] ends;

    /** @param events of an append */
    InFlight(String prefix, int streams, int inFlight, int events) {
        this.prefix = prefix;
        this.streams = streams;
        this.inFlight = inFlight;
        this.events = events;
        this.ends = new long[streams];
    }

    String stream(int number) {
        return prefix + number;
    }

    /** @return events a second */
    double rate(Appending way, Duration length) {
        long began = System.nanoTime();
        long deadline = began + length.toNanos();
        long appended = everywhere(thread -> {
            long mine = 0;
            for (int stream = thread; System.nanoTime() < deadline; stream += inFlight) {
                append(way, stream % streams);
                mine += events;
            }
            return mine;
        });
        return appended / ((System.nanoTime() - began) / 1e9);
    }

    /** One append to every stream. */
    void once(Appending way) {
        everywhere(thread -> {
            for (int stream = thread; stream < streams; stream += inFlight) {
                append(way, stream);
            }
            return 0;
        });
    }

    /** A thread's streams are its own as long as their number is a multiple of that in flight. */
    private void append(Appending way, int stream) {
        way.append(stream(stream), ends[stream], events);
        ends[stream] += events;
    }

    private interface Share {
        long of(int thread);
    }

    private long everywhere(Share share) {
        ExecutorService threads = Executors.newFixedThreadPool(inFlight);
        try {
            List<Future<Long>> all = new ArrayList<>();
            for (int thread = 0; thread < inFlight; thread++) {
                int each = thread;
                Callable<Long> task = () -> share.of(each);
                all.add(threads.submit(task));
            }
            long sum = 0;
            for (Future<Long> done : all) {
                sum += done.get();
            }
            return sum;
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException("an append failed", failed);
        } finally {
            threads.shutdownNow();
        }
    }
}
