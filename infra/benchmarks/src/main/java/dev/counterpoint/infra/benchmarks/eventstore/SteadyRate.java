package dev.counterpoint.infra.benchmarks.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** Begins calls at a steady rate, whether those before are answered or not. */
final class SteadyRate {
    private final long betweenNanos;

    /** @param perSecond calls */
    SteadyRate(double perSecond) {
        this.betweenNanos = (long) (1e9 / perSecond);
    }

    /** Returns when all are answered. */
    void run(int calls, IntFunction<CompletableFuture<?>> call) {
        List<CompletableFuture<?>> underWay = new ArrayList<>();
        long began = System.nanoTime();
        for (int i = 0; i < calls; i++) {
            long due = began + i * betweenNanos;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            underWay.add(call.apply(i));
        }
        underWay.forEach(CompletableFuture::join);
    }
}
