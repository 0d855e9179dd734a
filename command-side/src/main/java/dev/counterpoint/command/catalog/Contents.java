package dev.counterpoint.command.catalog;

import dev.counterpoint.command.stream.Fingerprint;
import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.Embedding;
import dev.counterpoint.domain.catalog.Rule;
import dev.counterpoint.domain.catalog.Shelf;
import java.util.List;

/** The fingerprints by which a shard knows whether a card, shelf or rule is the one that it has. They stand in snapshots, so they never change. */
final class Contents {
    private Contents() {}

    static Fingerprint of(Card card) {
        Embedding embedding = card.embedding();
        return new Fingerprint.Writer()
                .text(card.cardId().value())
                .text(card.kind().written())
                .text(card.title())
                .texts(card.creators())
                .texts(card.tags())
                .instant(card.publishedAt())
                .flag(card.explicit())
                .floats(embedding == null ? null : embedding.toArray())
                .finish();
    }

    static Fingerprint of(Rule rule) {
        return new Fingerprint.Writer()
                .text(rule.ruleId().value())
                .texts(rule.tag() == null ? List.of() : List.of(rule.tag()))
                .flag(rule.explicit())
                .texts(rule.countries())
                .texts(rule.tiers())
                .finish();
    }

    static Fingerprint of(Shelf shelf) {
        Integer pinnedRow = shelf.pinnedRow();
        Fingerprint.Writer written = new Fingerprint.Writer()
                .text(shelf.shelfId().value())
                .text(shelf.title())
                .text(shelf.source().from().written())
                .texts(shelf.source().pinnedCards().stream().map(CardId::value).toList())
                .number((long) shelf.maxCards())
                .number(pinnedRow == null ? null : pinnedRow.longValue());
        List<String> boosted = shelf.source().boostedTags();
        return (boosted.isEmpty() ? written : written.texts(boosted)).finish();
    }
}
