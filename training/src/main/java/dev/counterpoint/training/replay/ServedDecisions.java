package dev.counterpoint.training.replay;

import dev.counterpoint.domain.decision.DecisionId;
import dev.counterpoint.domain.decision.DecisionRecord;
import dev.counterpoint.domain.event.StreamId;
import java.time.Instant;
import java.util.List;

/** The pages that listeners were served. Thread-safe. */
public interface ServedDecisions {

    /**
     * Those of one listener, oldest first; none that was never served.
     *
     * @param from served then or later
     * @param to served before then
     * @throws dev.counterpoint.domain.refusal.StoreUnavailableException if they cannot be read now
     */
    List<Served> of(StreamId stream, Instant from, Instant to);

    /** A page by its id. */
    record Served(DecisionId id, DecisionRecord decision) {}
}
