package dev.counterpoint.command.stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.time.PlatformClock;
import java.util.concurrent.Callable;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the states of recently used streams in memory and trusts them only as far as the store confirms: an append is conditional
 * on the head, and a command that appends nothing is answered only after the head was read. So no answer rests on a state that
 * another process has left behind. After any failure a state goes back to what was stored and reads what came after, or is dropped.
 */
public final class StreamRepository<T extends StreamState> extends EventSourcingRepository<T> {
    private static final Logger LOG = LoggerFactory.getLogger(StreamRepository.class);
    /** A command waits for those before it on its stream at most about ten seconds. */
    private static final int LOCK_ATTEMPTS = 20;

    private static final int LOCK_ATTEMPT_MS = 500;

    private final StateForm<T> form;
    private final EventStore store;
    private final PlatformClock clock;
    private final SnapshotWriter snapshots;
    private final CommandStatistics statistics;
    private final Cache<String, HeldState<T>> held;

    StreamRepository(
            StateForm<T> form,
            EventStore store,
            PlatformClock clock,
            SnapshotWriter snapshots,
            CommandStatistics statistics,
            long cacheBytes) {
        super(EventSourcingRepository.builder(form.type()).eventStore(store).lockFactory(locks()));
        this.form = form;
        this.store = store;
        this.clock = clock;
        this.snapshots = snapshots;
        this.statistics = statistics;
        this.held = Caffeine.newBuilder()
                .maximumWeight(cacheBytes)
                .weigher((String stream, HeldState<T> state) -> state.weight())
                .executor(Runnable::run)
                .build();
    }

    private static PessimisticLockFactory locks() {
        return PessimisticLockFactory.builder()
                .acquireAttempts(LOCK_ATTEMPTS)
                .lockAttemptTimeout(LOCK_ATTEMPT_MS)
                .build();
    }

    @Override
    protected EventSourcedAggregate<T> doLoadWithLock(String stream, Long expectedVersion) {
        HeldState<T> inMemory = held.getIfPresent(stream);
        RecordingAggregate<T> aggregate;
        if (inMemory == null) {
            aggregate = loadWhole(stream);
        } else if (inMemory.behind) {
            aggregate = catchUp(stream, inMemory);
        } else {
            aggregate = new RecordingAggregate<>(inMemory, true, aggregateModel(), store, clock);
        }
        return watched(aggregate, stream);
    }

    @Override
    protected EventSourcedAggregate<T> doCreateNewForLock(Callable<T> factory) throws Exception {
        HeldState<T> fresh = new HeldState<>(factory.call(), -1, -1);
        return new RecordingAggregate<>(fresh, false, aggregateModel(), store, clock);
    }

    /** Runs before the append. */
    @Override
    protected void doSaveWithLock(EventSourcedAggregate<T> aggregate) {
        RecordingAggregate<T> recording = (RecordingAggregate<T>) aggregate;
        if (!recording.hasRecorded() && recording.fromMemory()) {
            confirmHead(recording);
        }
        if (recording.sequence() >= 0) {
            CurrentUnitOfWork.get().afterCommit(unit -> keep(recording));
        }
    }

    private RecordingAggregate<T> watched(RecordingAggregate<T> aggregate, String stream) {
        UnitOfWork<?> unit = CurrentUnitOfWork.get();
        unit.onRollback(failed -> putBack(stream, aggregate.held()));
        return aggregate;
    }

    private RecordingAggregate<T> loadWhole(String stream) {
        statistics.loads.increment();
        DomainEventStream events = store.readEvents(stream);
        if (!events.hasNext()) {
            throw new AggregateNotFoundException(stream, "the stream has no events");
        }
        HeldState<T> loaded = new HeldState<>(form.initial(), -1, -1);
        if (StateSnapshot.class.isAssignableFrom(events.peek().getPayloadType())) {
            DomainEventMessage<?> message = events.next();
            try {
                T state = form.read((StateSnapshot) message.getPayload());
                loaded = new HeldState<>(state, message.getSequenceNumber(), message.getSequenceNumber());
            } catch (UnreadableSnapshotException | SerializationException e) {
                statistics.unreadableSnapshots.increment();
                LOG.warn("a snapshot does not load, the stream is replayed: stream={}", stream, e);
                events = store.readEvents(stream, 0);
            }
        }
        return folded(loaded, events);
    }

    private RecordingAggregate<T> catchUp(String stream, HeldState<T> behind) {
        statistics.catchUps.increment();
        RecordingAggregate<T> aggregate = folded(behind, store.readEvents(stream, behind.sequence + 1));
        behind.behind = false;
        return aggregate;
    }

    /** The state with the events applied, as of the store. */
    private RecordingAggregate<T> folded(HeldState<T> state, DomainEventStream events) {
        RecordingAggregate<T> aggregate = new RecordingAggregate<>(state, false, aggregateModel(), store, clock);
        if (events.hasNext()) {
            aggregate.initializeState(events);
            state.sequence = aggregate.sequence();
            state.state.keep();
        }
        return aggregate;
    }

    private void confirmHead(RecordingAggregate<T> aggregate) {
        String stream = aggregate.identifierAsString();
        long head = store.lastSequenceNumberFor(stream).orElse(-1L);
        if (head != aggregate.sequence()) {
            throw new ConcurrencyException("the stream moved on from " + aggregate.sequence() + " to " + head);
        }
    }

    /** Runs after the append, with the lock still held. */
    private void keep(RecordingAggregate<T> aggregate) {
        String stream = aggregate.identifierAsString();
        HeldState<T> state = aggregate.held();
        state.sequence = aggregate.sequence();
        state.state.keep();
        held.put(stream, state);
        if (state.sequence - state.snapshotSequence >= state.state.eventsPerSnapshot()) {
            state.snapshotSequence = state.sequence;
            snapshots.store(
                    aggregate.type(), stream, state.sequence, state.state.snapshot(), state.state.lastRecordedAt());
        }
    }

    /** Drops what is in memory of a stream. */
    public void forget(StreamId stream) {
        held.invalidate(stream.value());
    }

    private void putBack(String stream, HeldState<T> state) {
        if (state.state.revert()) {
            state.behind = true;
        } else {
            held.invalidate(stream);
        }
    }
}
