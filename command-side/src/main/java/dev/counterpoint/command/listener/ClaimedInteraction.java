package dev.counterpoint.command.listener;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.decision.DecisionId;
import dev.counterpoint.domain.listener.InteractionId;
import dev.counterpoint.domain.listener.InteractionType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a client says that a listener did; well-formed, not yet checked against anything.
 *
 * @param decisionId of the page that it happened on; null where the client did not say
 * @param at by the client's clock
 * @param playedMs in milliseconds, ≥ 0; null where the client did not say
 * @param pointer of the interaction in the request's body (RFC 6901)
 */
public record ClaimedInteraction(
        InteractionId interactionId,
        InteractionType type,
        CardId cardId,
        @Nullable DecisionId decisionId,
        Instant at,
        @Nullable Long playedMs,
        String pointer) {}
