package dev.counterpoint.infra.cassandra.publication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.event.StreamId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutstandingTest {
    private static final Duration UNSETTLED = Duration.ofSeconds(60);
    private static final long MINUTE = UNSETTLED.toNanos();
    private static final StreamId A = new StreamId("a");
    private static final StreamId B = new StreamId("b");

    private final Outstanding outstanding = new Outstanding(UNSETTLED);

    @Test
    void what_arrived_or_was_refused_is_not_outstanding() {
        outstanding.announced(new Intent(A, -1), 7, 0);
        outstanding.announced(new Intent(A, 0), 7, 0);
        outstanding.settled(A, -1);
        assertThat(outstanding.size()).isEqualTo(1);

        outstanding.settled(A, 0);

        assertThat(outstanding.size()).isZero();
        assertThat(outstanding.repairs(0)).isEmpty();
        assertThat(outstanding.oldestBucket()).isEmpty();
    }

    @Test
    void what_did_not_arrive_is_repaired_from_the_lowest_version_on() {
        announcedAndLost(4);
        announcedAndLost(2);
        outstanding.announced(new Intent(A, 6), 8, 0);
        outstanding.settled(A, 6);

        assertThat(outstanding.repairs(0)).containsExactly(new Repair(A, 2, 2));
    }

    @Test
    void a_repair_settles_what_had_failed_before_it_was_asked_for() {
        announcedAndLost(2);
        Repair repair = outstanding.repairs(0).get(0);

        outstanding.repaired(repair, 5, 1);

        assertThat(outstanding.size()).isZero();
    }

    @Test
    void a_failure_during_a_repair_is_not_settled_by_it() {
        announcedAndLost(2);
        Repair repair = outstanding.repairs(0).get(0);
        announcedAndLost(9);

        outstanding.repaired(repair, 5, 1);

        assertThat(outstanding.repairs(2)).containsExactly(new Repair(A, 2, 2));
    }

    @Test
    void an_unknown_append_is_looked_for_until_it_can_no_longer_land() {
        outstanding.announced(new Intent(A, 2), 7, 0);
        outstanding.unknown(A, 2, 0);

        outstanding.repaired(new Repair(A, 2, 1), 2, MINUTE - 1);
        assertThat(outstanding.repairs(MINUTE)).containsExactly(new Repair(A, 2, 1));
        outstanding.repaired(new Repair(A, 2, 1), 4, MINUTE - 1);
        assertThat(outstanding.repairs(MINUTE)).containsExactly(new Repair(A, 4, 1));

        outstanding.repaired(new Repair(A, 4, 1), 4, MINUTE);
        assertThat(outstanding.size()).isZero();
    }

    @Test
    void an_announcement_of_which_nothing_is_heard_is_repaired_in_the_end() {
        outstanding.announced(new Intent(A, 2), 7, 0);

        assertThat(outstanding.repairs(2 * MINUTE)).isEmpty();
        assertThat(outstanding.repairs(2 * MINUTE + 1)).containsExactly(new Repair(A, 2, 1));
    }

    @Test
    void the_oldest_bucket_is_that_of_the_oldest_announcement_not_settled() {
        outstanding.announced(new Intent(A, 2), 7, 0);
        outstanding.announced(new Intent(A, 3), 9, 0);
        outstanding.announced(new Intent(B, 0), 8, 0);
        assertThat(outstanding.oldestBucket()).hasValue(7);

        outstanding.notArrived(A, 2);
        assertThat(outstanding.oldestBucket()).hasValue(7);

        outstanding.repaired(outstanding.repairs(0).get(0), 3, 1);
        assertThat(outstanding.oldestBucket()).hasValue(8);
        outstanding.settled(B, 0);
        assertThat(outstanding.oldestBucket()).hasValue(9);
    }

    @Test
    void all_that_is_outstanding_is_named_with_its_lowest_version() {
        announcedAndLost(4);
        outstanding.announced(new Intent(A, 6), 8, 0);
        outstanding.announced(new Intent(B, 1), 8, 0);

        assertThat(outstanding.all()).containsExactlyInAnyOrder(new Intent(A, 4), new Intent(B, 1));
    }

    @Test
    void news_of_what_was_never_announced_are_nothing() {
        outstanding.settled(A, 1);
        outstanding.notArrived(A, 1);
        outstanding.unknown(A, 1, 0);
        outstanding.repaired(new Repair(A, 1, 1), 2, 0);

        assertThat(outstanding.size()).isZero();
    }

    private void announcedAndLost(long expectedVersion) {
        outstanding.announced(new Intent(A, expectedVersion), 7, 0);
        outstanding.notArrived(A, expectedVersion);
    }
}
