package dev.counterpoint.infra.simulator.behaviour;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.listener.Tier;
import java.time.Instant;

/**
 * The truth about a listener at a moment: how likely a card that is seen is played. It depends on the card, on the kind of shelf that it
 * stands on, and on what happened before the page, never on what else stands on it; so the expected reward of any page is a sum over its
 * slots, and exact.
 */
public final class Appeal {
    private final SimulatedListener listener;
    private final Instant now;
    private final int localMinute;

    Appeal(SimulatedListener listener, Instant now) {
        this.listener = listener;
        this.now = now;
        this.localMinute = listener.localMinute(now);
    }

    /** The probability that a card is played once it is seen. */
    public double play(Card card, SourceKind source) {
        BehaviourParameters parameters = listener.parameters();
        double logit = parameters.base()
                + parameters.taste() * match(card)
                + parameters.quality() * listener.quality(card.cardId())
                + listener.trust(source)
                + convenience(card.kind())
                - parameters.fatigue() * Math.log1p(listener.seen().count(card.cardId(), now))
                - parameters.satiation() * Math.log1p(listener.played().count(card.cardId(), now));
        return 1 / (1 + Math.exp(-logit));
    }

    /** The probability that a play lasts 30 seconds or more. */
    public double stream(Card card) {
        double tier = switch (listener.tier()) {
            case FREE -> 0.5;
            case FREE_SHUFFLE -> 0.4;
            case PREMIUM -> 0.6;
        };
        return tier + 0.35 * Math.max(match(card), 0);
    }

    /** The expected number of plays credited to a page. */
    public double plays(ShownPage page) {
        double sum = 0;
        for (int row = 0; row < page.shelves().size(); row++) {
            ShownPage.ShownShelf shelf = page.shelves().get(row);
            for (int column = 0; column < shelf.cards().size(); column++) {
                sum += listener.parameters().seen(row, column)
                        * play(shelf.cards().get(column), shelf.source());
            }
        }
        return sum;
    }

    /** How well a card fits, within (−1, 1). */
    double match(Card card) {
        return listener.taste().match(card, localMinute);
    }

    /** Who listens free on shuffle cannot choose a track, and is offered whole albums and playlists instead. */
    private double convenience(CardKind kind) {
        if (listener.tier() == Tier.FREE_SHUFFLE) {
            return kind == CardKind.TRACK ? -0.7 : 0.2;
        }
        return listener.tier() == Tier.PREMIUM && kind == CardKind.ALBUM ? 0.2 : 0;
    }
}
