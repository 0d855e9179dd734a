package dev.counterpoint.contracts.faults;

import dev.counterpoint.domain.event.StreamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Keeps every operation with what its caller was told. Thread-safe. */
public final class Recorder {
    private final AtomicLong clock = new AtomicLong();
    private final Queue<Operation> operations = new ConcurrentLinkedQueue<>();
    private final Map<StreamId, Long> sealed = new ConcurrentHashMap<>();

    /** The time at which something begins, or was answered: for {@link Operation#begun}. */
    public long now() {
        return clock.getAndIncrement();
    }

    public void add(Operation operation) {
        operations.add(operation);
    }

    /** A seal of the stream was acknowledged. */
    public void sealed(StreamId stream) {
        sealed.putIfAbsent(stream, now());
    }

    public List<Operation> operations() {
        return new ArrayList<>(operations);
    }

    /** When seals were acknowledged, by stream. */
    public Map<StreamId, Long> seals() {
        return Map.copyOf(sealed);
    }

    public long count(Outcome outcome) {
        return operations.stream().filter(each -> each.outcome() == outcome).count();
    }
}
