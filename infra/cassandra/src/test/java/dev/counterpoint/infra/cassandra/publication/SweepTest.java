package dev.counterpoint.infra.cassandra.publication;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.failedFuture;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SweepTest {
    private final List<Integer> begun = new ArrayList<>();

    @Test
    void all_work_is_done_in_its_order() {
        List<Integer> work = IntStream.range(0, 1000).boxed().toList();

        boolean done = Sweep.through(work, item -> {
            begun.add(item);
            return completedFuture(item);
        });

        assertThat(done).isTrue();
        assertThat(begun).isEqualTo(work);
    }

    @Test
    void after_a_failure_no_further_work_is_begun() {
        boolean done = Sweep.through(IntStream.range(0, 1000).boxed().toList(), item -> {
            begun.add(item);
            return item == 250 ? failedFuture(new IllegalStateException("no")) : completedFuture(item);
        });

        assertThat(done).isFalse();
        assertThat(begun).hasSize(400);
    }

    @Test
    void no_work_is_done_at_once() {
        assertThat(Sweep.through(List.<Integer>of(), item -> completedFuture(item)))
                .isTrue();
    }
}
