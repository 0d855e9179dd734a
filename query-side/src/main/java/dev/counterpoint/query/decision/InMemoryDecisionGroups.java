package dev.counterpoint.query.decision;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.time.PlatformClock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Groups within one process. */
public final class InMemoryDecisionGroups implements DecisionGroups {
    private final PlatformClock clock;
    private final AtomicLong epochs = new AtomicLong();
    private final Map<GroupKey, DecisionGroup> groups = new ConcurrentHashMap<>();
    private final Map<GroupKey, byte[]> voided = new ConcurrentHashMap<>();
    private final Set<StreamId> forgotten = ConcurrentHashMap.newKeySet();
    private final Map<RequestRow, Kept> requests = new ConcurrentHashMap<>();

    public InMemoryDecisionGroups(PlatformClock clock) {
        this.clock = clock;
    }

    @Override
    public long newEpoch() {
        return epochs.incrementAndGet();
    }

    @Override
    public CompletionStage<Void> write(DecisionGroup group) {
        groups.put(new GroupKey(group.epoch(), group.group()), group);
        group.entries().forEach(this::keepRequest);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> writeVoid(long epoch, long group, byte[] hash) {
        voided.put(new GroupKey(epoch, group), hash);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public Optional<LoggedDecision> find(LogPosition position) {
        GroupKey key = new GroupKey(position.epoch(), position.group());
        DecisionGroup group = groups.get(key);
        return group == null
                        || voided.containsKey(key)
                        || position.slot() >= group.entries().size()
                ? Optional.empty()
                : Optional.of(group.entries().get(position.slot()));
    }

    @Override
    public Optional<StoredGroup> stored(long epoch, long group) {
        GroupKey key = new GroupKey(epoch, group);
        DecisionGroup written = groups.get(key);
        byte[] voidHash = voided.get(key);
        return written == null && voidHash == null
                ? Optional.empty()
                : Optional.of(new StoredGroup(
                        written == null ? null : written.previousHash(),
                        voidHash,
                        written == null ? List.of() : written.entries()));
    }

    @Override
    public long lastEpoch() {
        return epochs.get();
    }

    @Override
    public Optional<Answered> answered(StreamId stream, String requestId) {
        Kept kept = requests.get(new RequestRow(stream, requestId));
        return kept == null || !kept.until.isAfter(clock.now()) ? Optional.empty() : Optional.of(kept.answered);
    }

    @Override
    public List<LogMark> newestOf(StreamId stream, LogMark before, int limit) {
        return groups.values().stream()
                .flatMap(group -> group.entries().stream())
                .filter(entry -> entry.stream().equals(stream) && !forgotten.contains(stream))
                .map(entry -> new LogMark(entry.servedAt(), entry.position()))
                .filter(mark -> mark.compareTo(before) < 0)
                .sorted(Comparator.reverseOrder())
                .limit(limit)
                .toList();
    }

    @Override
    public void forget(StreamId stream) {
        forgotten.add(stream);
        requests.keySet().removeIf(row -> row.stream.equals(stream));
    }

    private void keepRequest(LoggedDecision entry) {
        RequestKey request = entry.request();
        if (request != null) {
            requests.put(
                    new RequestRow(entry.stream(), request.requestId()),
                    new Kept(
                            new Answered(entry.position(), request), clock.now().plus(REQUESTS_KEPT)));
        }
    }

    private record GroupKey(long epoch, long group) {}

    private record RequestRow(StreamId stream, String requestId) {}

    private record Kept(Answered answered, Instant until) {}
}
