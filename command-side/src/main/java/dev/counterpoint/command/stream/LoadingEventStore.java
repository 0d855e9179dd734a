package dev.counterpoint.command.stream;

import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** An event store that counts the snapshots that it could not read, where Axon replays the stream in silence. */
final class LoadingEventStore extends EmbeddedEventStore {
    private final CommandStatistics statistics;

    LoadingEventStore(EventStorageEngine engine, CommandStatistics statistics) {
        super(EmbeddedEventStore.builder().storageEngine(engine).optimizeEventConsumption(false));
        this.statistics = statistics;
    }

    @Override
    protected Optional<DomainEventMessage<?>> handleSnapshotReadingError(String stream, Throwable e) {
        statistics.unreadableSnapshots.increment();
        return super.handleSnapshotReadingError(stream, e);
    }
}
