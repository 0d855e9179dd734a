package dev.counterpoint.infra.cassandra.leases;

import static dev.counterpoint.infra.cassandra.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.infra.cassandra.Keyspaces;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CassandraLeasesIT {
    private static final Duration LONG = Duration.ofMinutes(5);

    private final CassandraLeases leases = new CassandraLeases(Keyspaces.shared());
    private final String work = "work-" + UUID.randomUUID();

    @Test
    void one_holder_at_a_time_has_a_lease_and_may_prolong_it() {
        assertThat(leases.acquire(work, "a", LONG)).isTrue();
        assertThat(leases.acquire(work, "b", LONG)).isFalse();
        assertThat(leases.acquire(work, "a", LONG)).isTrue();
        assertThat(leases.acquire("other-" + work, "b", LONG)).isTrue();
    }

    @Test
    void a_lease_that_is_given_back_is_free_and_only_its_holder_can_give_it_back() {
        leases.acquire(work, "a", LONG);
        leases.release(work, "b");
        assertThat(leases.acquire(work, "b", LONG)).isFalse();

        leases.release(work, "a");

        assertThat(leases.acquire(work, "b", LONG)).isTrue();
    }

    @Test
    void a_lease_ends_by_itself_also_after_it_was_prolonged() {
        leases.acquire(work, "a", LONG);
        assertThat(leases.acquire(work, "a", Duration.ofMillis(1500))).isTrue();
        assertThat(leases.acquire(work, "b", LONG)).isFalse();

        eventually(() -> assertThat(leases.acquire(work, "b", LONG)).isTrue());
        assertThat(leases.acquire(work, "a", LONG)).isFalse();
    }
}
