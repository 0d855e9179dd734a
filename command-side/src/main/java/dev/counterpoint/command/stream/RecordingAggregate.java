package dev.counterpoint.command.stream;

import dev.counterpoint.domain.event.DomainEvent;
import dev.counterpoint.domain.time.PlatformClock;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.jspecify.annotations.Nullable;

/**
 * One command's hold on a state. Gives the events their derived ids, their time (never before that of the event before), and the
 * correlation data of the command.
 */
final class RecordingAggregate<T extends StreamState> extends EventSourcedAggregate<T> {
    private final PlatformClock clock;
    private final HeldState<T> held;
    private final boolean fromMemory;
    private @Nullable Instant recordedAt;
    private int caused;

    /** @param fromMemory whether the store was not asked for later events */
    RecordingAggregate(
            HeldState<T> held, boolean fromMemory, AggregateModel<T> model, EventStore store, PlatformClock clock) {
        super(held.state, model, store, NoSnapshotTriggerDefinition.TRIGGER);
        this.held = held;
        this.fromMemory = fromMemory;
        this.clock = clock;
        initSequence(held.sequence);
    }

    HeldState<T> held() {
        return held;
    }

    boolean fromMemory() {
        return fromMemory;
    }

    /** -1 before the first event. */
    long sequence() {
        Long last = lastSequence();
        return last == null ? -1 : last;
    }

    boolean hasRecorded() {
        return sequence() != held.sequence;
    }

    @Override
    protected <P> EventMessage<P> createMessage(P payload, MetaData metaData) {
        String stream = identifierAsString();
        return new GenericDomainEventMessage<>(
                type(),
                stream,
                sequence() + 1,
                payload,
                CurrentUnitOfWork.correlationData().mergedWith(metaData),
                idFor(stream, (DomainEvent) payload).toString(),
                recordedAt());
    }

    private UUID idFor(String stream, DomainEvent event) {
        String cause = held.state.causeOf(event);
        if (cause != null) {
            return EventIds.ofCause(stream, cause);
        }
        String commandId = CurrentUnitOfWork.get().getMessage().getIdentifier();
        return EventIds.ofCommand(stream, commandId, caused++);
    }

    /** One time for all events of a command. */
    private Instant recordedAt() {
        Instant time = recordedAt;
        if (time == null) {
            Instant now = clock.now();
            Instant last = held.state.lastRecordedAt();
            time = now.isBefore(last) ? last : now;
            recordedAt = time;
        }
        return time;
    }
}
