package dev.counterpoint.infra.benchmarks.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import picocli.CommandLine.Option;

/** Appends that begin at a steady rate, whether those before are answered or not. */
final class SteadyLoad {
    @Option(names = "--rate", paramLabel = "N", description = "Events a second (default: ${DEFAULT-VALUE}).")
    private int rate = 2_000;

    @Option(names = "--append", paramLabel = "N", description = "Events in an append (default: ${DEFAULT-VALUE}).")
    private int append = 20;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = "Seconds before it counts (default: ${DEFAULT-VALUE}).")
    private int warmUp = 60;

    @Option(names = "--seconds", paramLabel = "N", description = "That count (default: ${DEFAULT-VALUE}).")
    private int seconds = 60;

    @Option(names = "--listeners", paramLabel = "N", description = "Appended to in turn (default: ${DEFAULT-VALUE}).")
    private int listeners = 2_000;

    int eventsOfAnAppend() {
        return append;
    }

    int listeners() {
        return listeners;
    }

    /** How many appends come before those that count. */
    int warmUps() {
        return warmUp * rate / append;
    }

    int counted() {
        return seconds * rate / append;
    }

    /**
     * Returns when all are answered.
     *
     * @param first the number of the first append; the others follow
     */
    void run(int first, int appends, IntFunction<CompletableFuture<?>> call) {
        long betweenNanos = 1_000_000_000L * append / rate;
        List<CompletableFuture<?>> underWay = new ArrayList<>();
        long began = System.nanoTime();
        for (int i = 0; i < appends; i++) {
            long due = began + i * betweenNanos;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            underWay.add(call.apply(first + i));
        }
        underWay.forEach(CompletableFuture::join);
    }

    @Override
    public String toString() {
        return append + " at " + rate + " events/s";
    }
}
