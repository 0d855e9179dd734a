package dev.counterpoint.infra.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what is to come by itself. */
final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Eventually() {}

    static void await(BooleanSupplier condition) {
        await(PATIENCE, condition);
    }

    /** Asks until the answer is the one that is to come. */
    static <T> T find(Supplier<T> answers, Predicate<T> isIt) {
        AtomicReference<T> found = new AtomicReference<>();
        await(() -> {
            found.set(answers.get());
            return isIt.test(found.get());
        });
        return found.get();
    }

    static void await(Duration patience, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
