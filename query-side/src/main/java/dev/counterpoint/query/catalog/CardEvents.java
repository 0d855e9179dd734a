package dev.counterpoint.query.catalog;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CatalogEvent.CardPublished;
import dev.counterpoint.domain.catalog.CatalogEvent.CardRetired;
import dev.counterpoint.domain.event.RecordedEvent;
import java.util.List;
import java.util.Optional;

/** What the events of a card say of it. */
public final class CardEvents {
    /** How many of a card's newest events tell its version: a retirement follows a publication. */
    public static final int DECISIVE = 2;

    private CardEvents() {}

    public static boolean isOfCard(RecordedEvent event) {
        return event.event() instanceof CardPublished || event.event() instanceof CardRetired;
    }

    /** @throws IllegalArgumentException if the event is not one of a card */
    public static CardId cardOf(RecordedEvent event) {
        if (event.event() instanceof CardPublished published) {
            return published.card().cardId();
        }
        if (event.event() instanceof CardRetired retired) {
            return retired.cardId();
        }
        throw new IllegalArgumentException(
                "not an event of a card: " + event.event().getClass());
    }

    /** @param newestFirst the last events of one card, at least {@value #DECISIVE} where there are as many */
    public static Optional<CardVersion> versionOf(List<RecordedEvent> newestFirst) {
        boolean retired = !newestFirst.isEmpty() && newestFirst.get(0).event() instanceof CardRetired;
        return newestFirst.stream()
                .filter(event -> event.event() instanceof CardPublished)
                .findFirst()
                .map(event -> new CardVersion(
                        ((CardPublished) event.event()).card(),
                        newestFirst.get(0).recordedAt(),
                        retired));
    }
}
