package dev.counterpoint.domain.listener;

import dev.counterpoint.domain.catalog.CardFacts;
import dev.counterpoint.domain.event.DomainEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can happen in a listener's stream. Self-contained: the fold needs nothing but these. */
public sealed interface ListenerEvent extends DomainEvent {
    /** ISO 3166-1 alpha-2. */
    int COUNTRY_LENGTH = 2;

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
     * @param country what the listener had said of it by then, ISO 3166-1 alpha-2; null where they had not, or where it was recorded before
     *     interactions carried it
     */
    record InteractionRecorded(
            InteractionId interactionId,
            InteractionType type,
            CardFacts card,
            Instant at,
            @Nullable Long playedMs,
            @Nullable Attribution attribution,
            @Nullable String country)
            implements ListenerEvent {

        public InteractionRecorded {
            if (country != null && country.length() != COUNTRY_LENGTH) {
                throw new IllegalArgumentException("a country is two letters, not " + country);
            }
        }

        /** An interaction of a listener without a country. */
        public InteractionRecorded(
                InteractionId interactionId,
                InteractionType type,
                CardFacts card,
                Instant at,
                @Nullable Long playedMs,
                @Nullable Attribution attribution) {
            this(interactionId, type, card, at, playedMs, attribution, null);
        }

        /** The same, with a country. */
        public InteractionRecorded from(@Nullable String countryOfListener) {
            return new InteractionRecorded(interactionId, type, card, at, playedMs, attribution, countryOfListener);
        }
    }
}
