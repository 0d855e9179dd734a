package dev.counterpoint.command.bulk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A few threads for all imports of the process. What has the same key runs in one lane, in the order of its lines; lanes run side by side,
 * as many at once as there are threads. Thread-safe.
 */
public final class Lanes implements AutoCloseable {
    private static final int CLOSE_SECONDS = 10;

    private final ExecutorService threads;

    public Lanes(int threads) {
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "import-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Starts the lanes of some lines. A lane that fails leaves its lines unsettled.
     *
     * @return completes when all lanes have come to their end
     */
    public <K, T> CompletableFuture<Void> start(
            List<Numbered<T>> lines, Function<T, K> key, BiConsumer<K, List<Numbered<T>>> lane, Tally tally) {
        Map<K, List<Numbered<T>>> byKey = new LinkedHashMap<>();
        for (Numbered<T> line : lines) {
            byKey.computeIfAbsent(key.apply(line.item()), first -> new ArrayList<>())
                    .add(line);
        }
        List<CompletableFuture<Void>> running = new ArrayList<>();
        byKey.forEach((each, itsLines) -> running.add(start(() -> lane.accept(each, itsLines), itsLines, tally)));
        return CompletableFuture.allOf(running.toArray(CompletableFuture[]::new));
    }

    private <T> CompletableFuture<Void> start(Runnable lane, List<Numbered<T>> lines, Tally tally) {
        long first = lines.get(0).line();
        try {
            return CompletableFuture.runAsync(lane, threads).exceptionally(failed -> {
                tally.unsettled(first, new IllegalStateException("a lane of an import failed", failed));
                return null;
            });
        } catch (RejectedExecutionException closed) {
            tally.unsettled(first, closed);
            return CompletableFuture.completedFuture(null);
        }
    }

    /** Waits at most ten seconds for the lanes that run. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
