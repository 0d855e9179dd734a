package dev.counterpoint.command.listener;

import dev.counterpoint.domain.decision.DecisionId;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import org.jspecify.annotations.Nullable;

/**
 * An interaction that may be recorded.
 *
 * @param event what would be recorded
 * @param claimed the decision that the client named, also where it is past retention and not in the event
 * @param pointer of the interaction in the request's body (RFC 6901)
 */
public record Candidate(InteractionRecorded event, @Nullable DecisionId claimed, String pointer) {}
