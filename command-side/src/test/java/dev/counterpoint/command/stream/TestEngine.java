package dev.counterpoint.command.stream;

import dev.counterpoint.domain.event.DomainEvent;
import dev.counterpoint.domain.event.EventHistory;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.Append;
import dev.counterpoint.domain.eventlog.AppendTooLargeException;
import dev.counterpoint.domain.eventlog.TooManyEventsException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializedObject;
import org.jspecify.annotations.Nullable;

/** A store in memory with the promises that the command side rests on, counting what is asked of it, and failing where it is told to. */
public final class TestEngine implements EventStorageEngine, EventHistory {
    private final Map<String, List<DomainEventMessage<?>>> streams = new HashMap<>();
    private final Map<String, DomainEventMessage<?>> snapshots = new HashMap<>();
    private final Map<String, SerializedObject<byte[]>> snapshotBytes = new HashMap<>();
    private final SnapshotSerializer serializer = new SnapshotSerializer();
    private final Queue<Runnable> beforeAppends = new ArrayDeque<>();
    private final Queue<RuntimeException> afterAppends = new ArrayDeque<>();

    /** The ids of the events of every append that was tried. */
    public final List<List<String>> tried = new ArrayList<>();

    private volatile boolean interfering;

    public final AtomicInteger appends = new AtomicInteger();
    public final AtomicInteger streamReads = new AtomicInteger();
    public final AtomicInteger eventsRead = new AtomicInteger();
    public final AtomicInteger snapshotReads = new AtomicInteger();
    public final AtomicInteger headReads = new AtomicInteger();

    /** Runs, on a thread of its own, before the next append; each is used once, and appends of its own are not interfered with. */
    public synchronized void beforeNextAppend(Runnable action) {
        beforeAppends.add(action);
    }

    /** The next append takes effect and then fails; each is used once. */
    public synchronized void failAfterNextAppend(RuntimeException failure) {
        afterAppends.add(failure);
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        runBefore();
        append(events);
    }

    private void runBefore() {
        Runnable action;
        synchronized (this) {
            action = interfering ? null : beforeAppends.poll();
            interfering |= action != null;
        }
        if (action != null) {
            try {
                CompletableFuture.runAsync(action).join();
            } catch (CompletionException e) {
                throw (RuntimeException) e.getCause();
            } finally {
                interfering = false;
            }
        }
    }

    private synchronized void append(List<? extends EventMessage<?>> events) {
        appends.incrementAndGet();
        tried.add(events.stream().<String>map(EventMessage::getIdentifier).toList());
        DomainEventMessage<?> first = (DomainEventMessage<?>) events.get(0);
        List<DomainEventMessage<?>> stream = stream(first.getAggregateIdentifier());
        if (events.size() > Append.MAX_EVENTS) {
            throw new TooManyEventsException(new StreamId(first.getAggregateIdentifier()), events.size());
        }
        long size = events.stream()
                .mapToLong(event -> event.getPayload().toString().length())
                .sum();
        if (size > Append.MAX_BYTES) {
            throw new AppendTooLargeException(new StreamId(first.getAggregateIdentifier()), size);
        }
        if (first.getSequenceNumber() != stream.size()) {
            if (first.getSequenceNumber() == 0) {
                throw new AggregateStreamCreationException("the stream is there", null);
            }
            throw new ConcurrencyException("expected " + first.getSequenceNumber() + ", head is " + stream.size());
        }
        for (EventMessage<?> event : events) {
            DomainEventMessage<?> message = (DomainEventMessage<?>) event;
            if (message.getSequenceNumber() != stream.size()
                    || !message.getAggregateIdentifier().equals(first.getAggregateIdentifier())) {
                throw new IllegalStateException("one stream an append, without gaps");
            }
            stream.add(message);
        }
        RuntimeException failure = afterAppends.poll();
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public synchronized void storeSnapshot(DomainEventMessage<?> snapshot) {
        snapshots.put(snapshot.getAggregateIdentifier(), snapshot);
        snapshotBytes.put(snapshot.getAggregateIdentifier(), snapshot.serializePayload(serializer, byte[].class));
    }

    @Override
    public synchronized Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        snapshotReads.incrementAndGet();
        DomainEventMessage<?> stored = snapshots.get(stream);
        return Optional.ofNullable(stored).map(snapshot -> {
            StateSnapshot state = serializer.deserialize(snapshotBytes.get(stream));
            return new GenericDomainEventMessage<>(snapshot.getType(), stream, snapshot.getSequenceNumber(), state);
        });
    }

    /** Replaces the snapshot of a stream. */
    public synchronized void replaceSnapshot(StreamId stream, StateSnapshot state) {
        snapshotBytes.put(stream.value(), serializer.serialize(state, byte[].class));
    }

    public synchronized @Nullable Long snapshotSequence(StreamId stream) {
        DomainEventMessage<?> snapshot = snapshots.get(stream.value());
        return snapshot == null ? null : snapshot.getSequenceNumber();
    }

    @Override
    public synchronized DomainEventStream readEvents(String stream, long firstSequence) {
        streamReads.incrementAndGet();
        List<DomainEventMessage<?>> all = stream(stream);
        List<DomainEventMessage<?>> events = all.subList((int) Math.min(firstSequence, all.size()), all.size());
        eventsRead.addAndGet(events.size());
        return DomainEventStream.of(List.copyOf(events));
    }

    @Override
    public synchronized Optional<Long> lastSequenceNumberFor(String stream) {
        headReads.incrementAndGet();
        int size = stream(stream).size();
        return size == 0 ? Optional.empty() : Optional.of(size - 1L);
    }

    @Override
    public synchronized List<RecordedEvent> after(StreamId stream, long afterSequence, int limit) {
        streamReads.incrementAndGet();
        return messages(stream).stream()
                .filter(message -> message.getSequenceNumber() > afterSequence)
                .limit(limit)
                .map(message -> recorded(stream, message))
                .toList();
    }

    @Override
    public synchronized long head(StreamId stream) {
        return stream(stream.value()).size() - 1L;
    }

    /** A copy of the stream. */
    public synchronized List<DomainEventMessage<?>> messages(StreamId stream) {
        return List.copyOf(stream(stream.value()));
    }

    /** The payloads of the stream. */
    public List<DomainEvent> events(StreamId stream) {
        List<DomainEvent> events = new ArrayList<>();
        messages(stream).forEach(message -> events.add((DomainEvent) message.getPayload()));
        return events;
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        throw new UnsupportedOperationException("the command side never reads the whole store");
    }

    private List<DomainEventMessage<?>> stream(String stream) {
        return streams.computeIfAbsent(stream, name -> new ArrayList<>());
    }

    private static RecordedEvent recorded(StreamId stream, DomainEventMessage<?> message) {
        Map<String, String> metadata = new HashMap<>();
        message.getMetaData().forEach((key, value) -> metadata.put(key, String.valueOf(value)));
        return new RecordedEvent(
                stream,
                message.getSequenceNumber(),
                UUID.fromString(message.getIdentifier()),
                message.getTimestamp(),
                (DomainEvent) message.getPayload(),
                metadata);
    }
}
