package dev.counterpoint.command.stream;

import dev.counterpoint.domain.encryption.ContentErasedException;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.eventlog.StreamSealedException;
import dev.counterpoint.domain.refusal.OutcomeUnknownException;
import dev.counterpoint.domain.refusal.Refusal.Reason;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import dev.counterpoint.domain.time.PlatformClock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/**
 * Sends commands to their aggregates, in the caller's thread, and tries again where another process was faster. Thread-safe.
 *
 * <p>Every try carries the same command id, so that events of a try whose outcome was settled late are recognised by their ids.
 */
public final class Commands implements AutoCloseable {
    /** How often a command is tried before it is given up. */
    static final int TRIES = 5;

    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final CommandStatistics statistics = new CommandStatistics();
    private final EventStore store;
    private final PlatformClock clock;
    private final SnapshotWriter snapshots;

    /** @param engine appends conditionally: all events of a command, or a {@link ConcurrencyException} */
    public Commands(EventStorageEngine engine, PlatformClock clock) {
        this.store = new LoadingEventStore(engine, statistics);
        this.clock = clock;
        this.snapshots = new SnapshotWriter(store, statistics);
        bus.registerHandlerInterceptor(
                new CorrelationDataInterceptor<>(new SimpleCorrelationDataProvider(RecordedEvent.CORRELATION_ID)));
    }

    /**
     * Takes a kind of aggregate in.
     *
     * @param cacheBytes how much memory its states may take between commands
     */
    public <T extends StreamState> StreamRepository<T> register(StateForm<T> form, long cacheBytes) {
        StreamRepository<T> repository = new StreamRepository<>(form, store, clock, snapshots, statistics, cacheBytes);
        AggregateAnnotationCommandHandler<T> handler = AggregateAnnotationCommandHandler.<T>builder()
                .aggregateType(form.type())
                .repository(repository)
                .commandTargetResolver(Commands::target)
                .build();
        handler.subscribe(bus);
        return repository;
    }

    /**
     * Sends a command and waits for its answer; when it returns, what was recorded is durable.
     *
     * @throws StreamContendedException if every try met a stream that had moved
     * @throws RequestRefusedException if the stream was ended: its listener is erased
     * @throws dev.counterpoint.domain.eventlog.AppendTooLargeException if the events are too large for one append; nothing was recorded
     * @throws OutcomeUnknownException with the id of the command, if the store could not settle whether it appended
     */
    public <R> R send(StreamCommand command, String correlationId) {
        statistics.commands.increment();
        CommandMessage<StreamCommand> message =
                new GenericCommandMessage<>(command, Map.of(RecordedEvent.CORRELATION_ID, correlationId));
        for (int tries = 1; ; tries++) {
            CommandResultMessage<R> result = attempt(message);
            if (!result.isExceptional()) {
                return result.getPayload();
            }
            Throwable fault = result.exceptionResult();
            if (!isConflict(fault)) {
                throw fault instanceof OutcomeUnknownException unknown
                        ? unknown.ofCommand(message.getIdentifier())
                        : unchecked(fault);
            }
            statistics.conflicts.increment();
            if (tries == TRIES) {
                throw new StreamContendedException("others wrote to the stream at each of " + TRIES + " tries", fault);
            }
        }
    }

    public CommandStatistics statistics() {
        return statistics;
    }

    @Override
    public void close() {
        snapshots.close();
    }

    private <R> CommandResultMessage<R> attempt(CommandMessage<StreamCommand> message) {
        AtomicReference<CommandResultMessage<R>> result = new AtomicReference<>();
        bus.<StreamCommand, R>dispatch(message, (command, answer) -> result.set(cast(answer)));
        return Objects.requireNonNull(result.get(), "the bus answers before it returns");
    }

    @SuppressWarnings("unchecked") // an answer is only read
    private static <R> CommandResultMessage<R> cast(CommandResultMessage<? extends R> answer) {
        return (CommandResultMessage<R>) answer;
    }

    private static VersionedAggregateIdentifier target(CommandMessage<?> message) {
        return new VersionedAggregateIdentifier(
                ((StreamCommand) message.getPayload()).stream().value(), null);
    }

    /** Axon has a type of its own for a conflict on the first event of a stream. */
    private static boolean isConflict(Throwable fault) {
        return fault instanceof ConcurrencyException || fault instanceof AggregateStreamCreationException;
    }

    private static RuntimeException unchecked(Throwable fault) {
        if (fault instanceof Error error) {
            throw error;
        }
        if (fault instanceof LockAcquisitionFailedException) {
            return new StreamContendedException("the stream was held too long by others", fault);
        }
        if (fault instanceof StreamSealedException || fault instanceof ContentErasedException) {
            return RequestRefusedException.of(
                    Reason.LISTENER_ERASED, "this listener was erased; an erased id cannot be registered again");
        }
        return fault instanceof RuntimeException runtime
                ? runtime
                : new IllegalStateException("a command handler threw a checked exception", fault);
    }
}
