package dev.counterpoint.command.listener;

import dev.counterpoint.command.stream.StreamCommand;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.listener.ListenerId;
import dev.counterpoint.domain.refusal.Refusal;
import java.util.List;

/**
 * Record these interactions of a listener, in this order, all or none; a listener never registered is registered first. Answered
 * with {@link RecordingAnswer}.
 *
 * @param candidates at most 100, together below the size of an append
 * @param refusals what already speaks against the request: where there is any, nothing is recorded, and what else speaks against it
 *     is only added
 */
public record RecordInteractions(
        StreamId stream, ListenerId listenerId, List<Candidate> candidates, List<Refusal> refusals)
        implements StreamCommand {
    public RecordInteractions {
        candidates = List.copyOf(candidates);
        refusals = List.copyOf(refusals);
    }
}
