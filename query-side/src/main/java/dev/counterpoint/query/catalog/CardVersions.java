package dev.counterpoint.query.catalog;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.event.RecordedEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Keeps every version that a card ever had. Thread-safe. */
public interface CardVersions {

    /** The version that was the newest at an instant; empty where the card was not published until then. */
    Optional<CardVersion> asOf(CardId cardId, Instant recordedAt);

    /**
     * Adds what an event made of its card; done when it is durable. Added again, it changes nothing; events may come in any order.
     *
     * @throws IllegalArgumentException if the event is not one of a card
     */
    CompletionStage<Void> add(RecordedEvent event);
}
