package dev.counterpoint.contracts.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.command.eventstore.Snapshots;
import dev.counterpoint.command.eventstore.StoredSnapshot;
import dev.counterpoint.domain.event.EncodedEvent;
import dev.counterpoint.domain.event.StreamId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every keeper of snapshots promises. */
public abstract class SnapshotsContract {
    private Snapshots snapshots;
    private StreamId stream;

    /** The keeper under test; it may hold snapshots of other tests. */
    protected abstract Snapshots snapshots();

    @BeforeEach
    void takeAFreshStream() {
        snapshots = snapshots();
        stream = Appends.freshStream();
    }

    @Test
    void a_stream_without_snapshots_has_none() {
        assertThat(snapshots.of(stream)).isEmpty();
    }

    @Test
    void a_snapshot_comes_back_as_it_was() {
        StoredSnapshot snapshot = snapshotAt(17);
        snapshots.store(snapshot);

        assertThat(snapshots.of(stream)).containsExactly(snapshot);
    }

    @Test
    void the_highest_sequence_wins_in_whatever_order_snapshots_arrive() {
        for (List<Integer> order : List.of(
                List.of(1, 2, 3, 4, 5), List.of(5, 4, 3, 2, 1), List.of(3, 5, 1, 4, 2), List.of(2, 5, 5, 3, 1, 4))) {
            stream = Appends.freshStream();
            order.forEach(sequence -> snapshots.store(snapshotAt(sequence)));

            assertThat(snapshots.of(stream))
                    .as("arrived as %s", order)
                    .extracting(StoredSnapshot::sequence)
                    .containsExactly(5L, 4L, 3L);
        }
    }

    @Test
    void a_snapshot_of_the_same_sequence_replaces_the_one_before() {
        snapshots.store(snapshotAt(4));
        StoredSnapshot better =
                new StoredSnapshot(stream, 4, Appends.MORNING, new EncodedEvent("state", 2, new byte[] {9}));
        snapshots.store(better);

        assertThat(snapshots.of(stream)).containsExactly(better);
    }

    @Test
    void forgetting_takes_all_snapshots_of_one_stream() {
        StreamId other = Appends.freshStream();
        StoredSnapshot kept = new StoredSnapshot(other, 1, Appends.MORNING, new EncodedEvent("state", 1, new byte[0]));
        snapshots.store(kept);
        snapshots.store(snapshotAt(1));
        snapshots.store(snapshotAt(2));

        snapshots.forget(stream);

        assertThat(snapshots.of(stream)).isEmpty();
        assertThat(snapshots.of(other)).containsExactly(kept);
    }

    private StoredSnapshot snapshotAt(int sequence) {
        byte[] state = {(byte) sequence, 1, 2};
        return new StoredSnapshot(stream, sequence, Appends.MORNING, new EncodedEvent("state", 1, state));
    }
}
