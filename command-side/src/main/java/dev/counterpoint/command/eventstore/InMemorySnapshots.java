package dev.counterpoint.command.eventstore;

import dev.counterpoint.domain.event.StreamId;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/** Snapshots in the memory of one process. */
public final class InMemorySnapshots implements Snapshots {
    private final ConcurrentMap<StreamId, List<StoredSnapshot>> byStream = new ConcurrentHashMap<>();

    @Override
    public void store(StoredSnapshot snapshot) {
        byStream.merge(
                snapshot.stream(),
                List.of(snapshot),
                (present, added) -> Stream.concat(
                                added.stream(), present.stream().filter(old -> old.sequence() != snapshot.sequence()))
                        .sorted(Comparator.comparingLong(StoredSnapshot::sequence)
                                .reversed())
                        .limit(KEPT)
                        .toList());
    }

    @Override
    public List<StoredSnapshot> of(StreamId stream) {
        return byStream.getOrDefault(stream, List.of());
    }

    @Override
    public void forget(StreamId stream) {
        byStream.remove(stream);
    }
}
