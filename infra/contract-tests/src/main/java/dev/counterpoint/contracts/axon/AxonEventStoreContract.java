package dev.counterpoint.contracts.axon;

import dev.counterpoint.command.eventstore.EventLogStorageEngine;
import dev.counterpoint.command.eventstore.Snapshots;
import dev.counterpoint.domain.encryption.ContentProtection;
import dev.counterpoint.domain.encryption.InMemoryContentKeys;
import dev.counterpoint.domain.eventlog.EventLog;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStoreTest;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.extension.ExtendWith;

/** Axon's suite for its event store, over an engine as strict as production's. */
@ExtendWith(NeedsGlobalOrder.class)
public abstract class AxonEventStoreContract extends EmbeddedEventStoreTest {

    /** A log without any stream: the suite uses the same names in every case. */
    protected abstract EventLog emptyLog();

    /** Without any snapshot. */
    protected abstract Snapshots noSnapshots();

    @Override
    public EventStorageEngine createStorageEngine() {
        Serializer json = Jackson3Serializer.builder().build();
        EventLogStorageEngine.Builder builder = EventLogStorageEngine.builder();
        builder.eventSerializer(json);
        return builder.snapshotSerializer(json)
                .protection(new ContentProtection(new InMemoryContentKeys()))
                .log(emptyLog())
                .snapshots(noSnapshots())
                .build();
    }
}
