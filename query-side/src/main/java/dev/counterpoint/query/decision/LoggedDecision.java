package dev.counterpoint.query.decision;

import dev.counterpoint.domain.decision.DecisionId;
import dev.counterpoint.domain.event.StreamId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decision as it stands in the log. The arrays are not copied, so never change them.
 *
 * @param stream of the listener that it was made for
 * @param request what names the request, for a retry to find its page; null where the client named none
 * @param record the canonical bytes of the decision
 * @param hash its link of the chain: 32 bytes, over the record and the hash before
 */
public record LoggedDecision(
        DecisionId id,
        LogPosition position,
        StreamId stream,
        Instant servedAt,
        @Nullable RequestKey request,
        byte[] record,
        byte[] hash) {}
