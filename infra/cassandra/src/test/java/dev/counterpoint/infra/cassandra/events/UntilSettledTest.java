package dev.counterpoint.infra.cassandra.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.domain.refusal.OutcomeUnknownException;
import dev.counterpoint.domain.refusal.StoreUnavailableException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class UntilSettledTest {
    private static final RuntimeException TIMEOUT = new StoreUnavailableException("no answer in time", null);
    private static final RuntimeException LOST = new StoreUnavailableException("connection lost", null);

    private final UntilSettled untilSettled = new UntilSettled(4, Duration.ofNanos(1), Duration.ofSeconds(30));
    private final List<String> calls = new ArrayList<>();

    @Test
    void an_answer_is_the_outcome() {
        assertThat(send(answers("write", true), answers("read"))).isTrue();
        assertThat(send(answers("write", false), answers("read"))).isFalse();
        assertThat(calls).containsExactly("write", "write");
    }

    @Test
    void after_no_answer_the_same_write_is_sent_again_while_its_condition_holds() {
        assertThat(send(answers("write", TIMEOUT, LOST, true), answers("read", true, true)))
                .isTrue();
        assertThat(calls).containsExactly("write", "read", "write", "read", "write");
    }

    @Test
    void after_no_answer_a_condition_that_no_longer_holds_ends_it() {
        assertThat(send(answers("write", TIMEOUT), answers("read", false))).isFalse();
        assertThat(calls).containsExactly("write", "read");
    }

    @Test
    void a_condition_that_cannot_be_read_is_read_again_before_anything_is_sent() {
        assertThat(send(answers("write", TIMEOUT), answers("read", TIMEOUT, LOST, false)))
                .isFalse();
        assertThat(calls).containsExactly("write", "read", "read", "read");
    }

    @Test
    void a_write_that_is_never_answered_stays_unknown() {
        BooleanSupplier write = answers("write", TIMEOUT, TIMEOUT, TIMEOUT, LOST);

        assertThatThrownBy(() -> send(write, answers("read", true, true, true, true)))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessage("the write may or may not have taken effect")
                .hasCause(LOST);
        assertThat(calls).filteredOn("write"::equals).hasSize(4);
    }

    @Test
    void the_last_attempt_is_settled_too() {
        BooleanSupplier write = answers("write", TIMEOUT, TIMEOUT, TIMEOUT, TIMEOUT);

        assertThat(send(write, answers("read", true, true, true, false))).isFalse();
    }

    @Test
    void where_not_even_the_condition_can_be_read_the_outcome_is_unknown() {
        BooleanSupplier read = answers("read", TIMEOUT, TIMEOUT, TIMEOUT, TIMEOUT);

        assertThatThrownBy(() -> send(answers("write", TIMEOUT), read)).isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void no_attempt_begins_after_the_deadline() {
        UntilSettled hurried = new UntilSettled(100, Duration.ofNanos(1), Duration.ZERO);

        assertThatThrownBy(() -> hurried.send("the write", answers("write"), answers("read", true)))
                .isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void a_fault_of_ours_is_not_tried_again() {
        RuntimeException bug = new IllegalStateException("bug");

        assertThatThrownBy(() -> send(answers("write", bug), answers("read"))).isSameAs(bug);
        assertThat(calls).containsExactly("write");
    }

    private boolean send(BooleanSupplier write, BooleanSupplier conditionHolds) {
        return untilSettled.send("the write", write, conditionHolds);
    }

    private BooleanSupplier answers(String name, Object... answers) {
        Deque<Object> left = new ArrayDeque<>(List.of(answers));
        return () -> {
            calls.add(name);
            Object answer = left.removeFirst();
            if (answer instanceof RuntimeException failure) {
                throw failure;
            }
            return (boolean) answer;
        };
    }
}
