package dev.counterpoint.domain.decision;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardKind;

/** A card as the listener read it on the page. */
public record Caption(CardKind kind, String title) {

    public static Caption of(Card card) {
        return new Caption(card.kind(), card.title());
    }
}
