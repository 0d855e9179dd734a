package dev.counterpoint.query.decision;

import dev.counterpoint.domain.event.StreamId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Keeps the groups of the decision log. Writing the same group again changes nothing. Thread-safe. */
public interface DecisionGroups {

    /** How long a request id finds its decision. */
    Duration REQUESTS_KEPT = Duration.ofHours(24);

    /** An epoch that no process has had before. */
    long newEpoch();

    /** Writes a group and the rows of its requests; done when all is durable. */
    CompletionStage<Void> write(DecisionGroup group);

    /**
     * Marks a group as never served, whatever of it was or will be written: readers skip it from then on.
     *
     * @param hash 32 bytes, the link that takes the group's place in the chain
     */
    CompletionStage<Void> writeVoid(long epoch, long group, byte[] hash);

    /** The decision at a position; empty where there is none, or its group is void. */
    Optional<LoggedDecision> find(LogPosition position);

    /** A group as it lies in the log; empty where nothing of it is there. */
    Optional<StoredGroup> stored(long epoch, long group);

    /** The highest epoch that was given out; 0 where none was. */
    long lastEpoch();

    /** The position of the decision that answered a request, and what the request was; empty after 24 h. */
    Optional<Answered> answered(StreamId stream, String requestId);

    /**
     * Where a listener's decisions lie, newest first. Some may be void.
     *
     * @param before below this one only
     * @param limit at least 1; fewer than that mean that there are no more
     */
    List<LogMark> newestOf(StreamId stream, LogMark before, int limit);

    /** Takes away what leads from a listener, or a request of theirs, to decisions. The records stay in their groups, whose hashes need them. */
    void forget(StreamId stream);

    /** A request that was answered before. */
    record Answered(LogPosition position, RequestKey request) {}
}
