package dev.counterpoint.domain.listener;

import dev.counterpoint.domain.catalog.CardFacts;
import dev.counterpoint.domain.event.DomainEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can happen in a listener's stream. Self-contained: the fold needs nothing but these. */
public sealed interface ListenerEvent extends DomainEvent {

    /** The first event of every listener's stream. The only one that names them. */
    record ListenerRegistered(ListenerId listenerId, ListenerSettings settings) implements ListenerEvent {}

    /** The listener said something else of themselves. */
    record ListenerSettingsChanged(ListenerSettings settings) implements ListenerEvent {}

    /**
     * The listener did something with a card.
     *
     * @param at when it happened, by the client's clock, in whole microseconds
     * @param playedMs how long it was played, in milliseconds, ≥ 0; null where the client did not say
     * @param attribution the slot it is credited to; null where no decision was named or it is past retention
     */
    record InteractionRecorded(
            InteractionId interactionId,
            InteractionType type,
            CardFacts card,
            Instant at,
            @Nullable Long playedMs,
            @Nullable Attribution attribution)
            implements ListenerEvent {}
}
