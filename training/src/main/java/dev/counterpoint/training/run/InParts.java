package dev.counterpoint.training.run;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.IntFunction;

/**
 * Works on parts side by side and takes what came of them in their order, so that nothing depends on who was faster. What was taken is not
 * kept.
 */
final class InParts {
    private final int threads;

    InParts(int threads) {
        this.threads = threads;
    }

    /** @param progress told the share of parts that are done */
    <R> void run(int parts, IntFunction<R> work, Consumer<R> inOrder, DoubleConsumer progress) {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            Queue<Future<R>> waiting = new ArrayDeque<>();
            for (int part = 0; part < parts; part++) {
                int number = part;
                Callable<R> task = () -> work.apply(number);
                waiting.add(workers.submit(task));
            }
            for (int part = 0; part < parts; part++) {
                inOrder.accept(waiting.remove().get());
                progress.accept((part + 1.0) / parts);
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new TrainingStoppedException();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("a part could not be worked on", failed.getCause());
        } finally {
            workers.shutdownNow();
        }
    }
}
