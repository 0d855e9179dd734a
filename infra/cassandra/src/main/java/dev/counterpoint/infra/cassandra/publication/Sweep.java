package dev.counterpoint.infra.cassandra.publication;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Works through streams, so many at a time, and waits for them: while nothing arrives, nothing more is sent. */
final class Sweep {
    private static final int AT_A_TIME = 200;

    private Sweep() {}

    /**
     * @param step begins one piece of work
     * @return whether all of it succeeded; after a failure no further piece is begun
     */
    static <T> boolean through(Iterable<T> work, Function<T, CompletionStage<?>> step) {
        Iterator<T> left = work.iterator();
        while (left.hasNext()) {
            List<CompletableFuture<?>> begun = new ArrayList<>(AT_A_TIME);
            while (left.hasNext() && begun.size() < AT_A_TIME) {
                begun.add(step.apply(left.next()).toCompletableFuture());
            }
            if (!arrived(begun)) {
                return false;
            }
        }
        return true;
    }

    private static boolean arrived(List<CompletableFuture<?>> begun) {
        try {
            CompletableFuture.allOf(begun.toArray(CompletableFuture<?>[]::new)).join();
            return true;
        } catch (CompletionException failed) {
            return false;
        }
    }
}
