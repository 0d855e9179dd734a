package dev.counterpoint.infra.models;

import dev.counterpoint.training.row.TrainingRows;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Batches in a given order, the next one filled on a thread of its own while the one before is walked. Not thread-safe. */
final class BatchesAhead implements AutoCloseable {
    private final int[] order;
    private final int size;
    private final ExecutorService filler = Executors.newSingleThreadExecutor(BatchesAhead::daemon);
    private Batch walked;
    private Batch ahead;
    private int begin;
    private @Nullable CompletableFuture<Batch> filling;

    /** @param standardised as for {@link Batch} */
    BatchesAhead(TrainingRows rows, float[] standardised, int[] order, int size) {
        this.order = order;
        this.size = size;
        this.walked = new Batch(rows, standardised, size);
        this.ahead = new Batch(rows, standardised, size);
        this.filling = fill();
    }

    /** Valid until the next one is asked for; null after the last. */
    @Nullable
    Batch next() {
        if (filling == null) {
            return null;
        }
        Batch filled = filling.join();
        ahead = walked;
        walked = filled;
        filling = fill();
        return filled;
    }

    private @Nullable CompletableFuture<Batch> fill() {
        if (begin >= order.length) {
            return null;
        }
        int from = begin;
        int to = Math.min(from + size, order.length);
        Batch batch = ahead;
        begin = to;
        return CompletableFuture.supplyAsync(() -> batch.fill(order, from, to), filler);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "batches");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        filler.shutdownNow();
    }
}
