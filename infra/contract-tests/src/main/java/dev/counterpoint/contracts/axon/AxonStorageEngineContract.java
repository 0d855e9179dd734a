package dev.counterpoint.contracts.axon;

import dev.counterpoint.command.eventstore.EventLogStorageEngine;
import dev.counterpoint.command.eventstore.Snapshots;
import dev.counterpoint.domain.encryption.ContentProtection;
import dev.counterpoint.domain.encryption.InMemoryContentKeys;
import dev.counterpoint.domain.eventlog.EventLog;
import java.util.List;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngineTest;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Axon's suite for storage engines. One thing is relaxed for it: a message that belongs to no stream, which production refuses, is given a
 * stream of its own, named by its id, since a case that is not about such messages appends one.
 */
@ExtendWith(NeedsGlobalOrder.class)
public abstract class AxonStorageEngineContract
        extends BatchingEventStorageEngineTest<EventLogStorageEngine, EventLogStorageEngine.Builder> {
    /** The suite appends a batch and ten more in one go, which has to fit into an append. */
    private static final int BATCH_SIZE = 100;

    /** A log without any stream: the suite uses the same names in every case. */
    protected abstract EventLog emptyLog();

    /** Without any snapshot. */
    protected abstract Snapshots noSnapshots();

    @BeforeEach
    void useAnEmptyStore() {
        setTestSubject(createEngine());
    }

    @Override
    protected EventLogStorageEngine createEngine(UnaryOperator<EventLogStorageEngine.Builder> customization) {
        Relaxed builder = new Relaxed();
        builder.protection(new ContentProtection(new InMemoryContentKeys()))
                .log(emptyLog())
                .snapshots(noSnapshots())
                .snapshotSerializer(json())
                .batchSize(BATCH_SIZE);
        builder.eventSerializer(json());
        return customization.apply(builder).build();
    }

    private static Serializer json() {
        return Jackson3Serializer.builder().build();
    }

    private static final class Relaxed extends EventLogStorageEngine.Builder {
        @Override
        public EventLogStorageEngine build() {
            return new RelaxedEngine(this);
        }
    }

    private static final class RelaxedEngine extends EventLogStorageEngine {
        RelaxedEngine(Relaxed builder) {
            super(builder);
        }

        @Override
        protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
            super.appendEvents(events.stream().map(RelaxedEngine::inAStream).toList(), serializer);
        }

        private static EventMessage<?> inAStream(EventMessage<?> event) {
            return event instanceof GenericDomainEventMessage<?>
                    ? event
                    : new GenericDomainEventMessage<>("none", event.getIdentifier(), 0, event, event::getTimestamp);
        }
    }
}
