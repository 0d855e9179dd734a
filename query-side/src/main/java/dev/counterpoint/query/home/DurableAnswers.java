package dev.counterpoint.query.home;

import dev.counterpoint.domain.decision.DecisionContents;
import dev.counterpoint.domain.decision.DecisionRecord;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.refusal.Refusal.Reason;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import dev.counterpoint.query.decision.DecisionDraft;
import dev.counterpoint.query.decision.DecisionGroups;
import dev.counterpoint.query.decision.DecisionLog;
import dev.counterpoint.query.decision.DecisionNotLoggedException;
import dev.counterpoint.query.decision.LoggedDecision;
import dev.counterpoint.query.decision.RequestKey;
import dev.counterpoint.query.load.ConcurrencyLimit;
import dev.counterpoint.query.load.OverloadedException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests by decisions: each is durable in the log before it is answered, and a request id that was answered in the last 24 hours
 * gets the same one. What comes faster than it can be served is refused before anything is done for it. Thread-safe.
 */
public final class DurableAnswers {
    private static final int TURNS = 4096;

    private final DecisionLog log;
    private final DecisionGroups groups;
    private final DecisionContents contents;
    private final ConcurrencyLimit places;
    private final Duration patience;
    private final Object[] turns = Stream.generate(Object::new).limit(TURNS).toArray();

    /** @param patience after which a decision that is not durable yet is refused */
    public DurableAnswers(
            DecisionLog log,
            DecisionGroups groups,
            DecisionContents contents,
            ConcurrencyLimit places,
            Duration patience) {
        this.log = log;
        this.groups = groups;
        this.contents = contents;
        this.places = places;
        this.patience = patience;
    }

    /**
     * @param key null where the client named no request
     * @param decide asked unless the request was answered before
     * @throws OverloadedException if too many answers are in progress
     * @throws RequestRefusedException if the request id was used with other parameters
     * @throws DecisionNotLoggedException if the decision could not be made durable in time
     */
    ServedDecision of(StreamId listener, @Nullable RequestKey key, Supplier<DecisionRecord> decide) {
        return places.within(() -> answer(listener, key, decide));
    }

    private ServedDecision answer(StreamId listener, @Nullable RequestKey key, Supplier<DecisionRecord> decide) {
        if (key == null) {
            return logged(decide.get(), null);
        }
        synchronized (turnOf(listener, key)) {
            return answered(listener, key).orElseGet(() -> logged(decide.get(), key));
        }
    }

    /** Calls of one request id take turns in this process: the second one finds the answer of the first. */
    private Object turnOf(StreamId listener, RequestKey key) {
        return turns[Math.floorMod(Objects.hash(listener, key.requestId()), turns.length)];
    }

    private Optional<ServedDecision> answered(StreamId listener, RequestKey key) {
        return groups.answered(listener, key.requestId()).flatMap(answered -> {
            if (!answered.request().equals(key)) {
                throw RequestRefusedException.of(
                        Reason.REQUEST_ID_REUSED,
                        "request " + key.requestId() + " was answered before with other parameters: "
                                + answered.request().parameters());
            }
            return groups.find(answered.position())
                    .map(logged -> new ServedDecision(logged, contents.read(logged.stream(), logged.record())));
        });
    }

    private ServedDecision logged(DecisionRecord decision, @Nullable RequestKey key) {
        DecisionContents.Stored stored = contents.write(decision);
        try {
            LoggedDecision logged = log.append(
                            new DecisionDraft(decision.listener(), decision.servedAt(), key, id -> stored))
                    .toCompletableFuture()
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new ServedDecision(logged, decision);
        } catch (ExecutionException | TimeoutException late) {
            throw new DecisionNotLoggedException();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new DecisionNotLoggedException();
        }
    }
}
