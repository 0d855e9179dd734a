package dev.counterpoint.infra.kafka.codec;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardFacts;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.catalog.Embedding;
import dev.counterpoint.domain.catalog.Rule;
import dev.counterpoint.domain.catalog.RuleId;
import dev.counterpoint.domain.catalog.Shelf;
import dev.counterpoint.domain.catalog.ShelfId;
import dev.counterpoint.domain.catalog.ShelfSource;
import dev.counterpoint.domain.catalog.SourceKind;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of cards, shelves and rules. */
final class CatalogFields {
    private CatalogFields() {}

    static void write(Card card, ObjectNode to) {
        to.put("cardId", card.cardId().value());
        to.put("kind", card.kind().written());
        to.put("title", card.title());
        writeTexts(card.creators(), to.putArray("creators"));
        writeTexts(card.tags(), to.putArray("tags"));
        to.put("publishedAt", card.publishedAt().toString());
        to.put("explicit", card.explicit());
        if (card.embedding() != null) {
            ArrayNode values = to.putArray("embedding");
            for (float value : card.embedding().toArray()) {
                values.add(value);
            }
        }
    }

    static Card card(Fields from) {
        return new Card(
                new CardId(from.text("cardId")),
                CardKind.parse(from.text("kind")),
                from.text("title"),
                from.texts("creators"),
                from.texts("tags"),
                from.instant("publishedAt"),
                from.truth("explicit"),
                from.optionalFloats("embedding").map(Embedding::new).orElse(null));
    }

    static void write(CardFacts facts, ObjectNode to) {
        to.put("cardId", facts.cardId().value());
        to.put("kind", facts.kind().written());
        writeTexts(facts.creators(), to.putArray("creators"));
        writeTexts(facts.tags(), to.putArray("tags"));
    }

    static CardFacts facts(Fields from) {
        return new CardFacts(
                new CardId(from.text("cardId")),
                CardKind.parse(from.text("kind")),
                from.texts("creators"),
                from.texts("tags"));
    }

    static void write(Shelf shelf, ObjectNode to) {
        to.put("shelfId", shelf.shelfId().value());
        to.put("title", shelf.title());
        ObjectNode source = to.putObject("source");
        source.put("from", shelf.source().from().written());
        writeTexts(shelf.source().pinnedCards().stream().map(CardId::value).toList(), source.putArray("cards"));
        if (!shelf.source().boostedTags().isEmpty()) {
            writeTexts(shelf.source().boostedTags(), source.putArray("boost"));
        }
        to.put("maxCards", shelf.maxCards());
        if (shelf.pinnedRow() != null) {
            to.put("pinnedRow", shelf.pinnedRow());
        }
    }

    static Shelf shelf(Fields from) {
        Fields source = from.inner("source");
        return new Shelf(
                new ShelfId(from.text("shelfId")),
                from.text("title"),
                new ShelfSource(
                        SourceKind.parse(source.text("from")),
                        source.texts("cards").stream().map(CardId::new).toList(),
                        source.optionalTexts("boost")),
                Math.toIntExact(from.whole("maxCards")),
                from.optionalWhole("pinnedRow").map(Math::toIntExact).orElse(null));
    }

    static void write(Rule rule, ObjectNode to) {
        to.put("ruleId", rule.ruleId().value());
        if (rule.tag() != null) {
            to.put("tag", rule.tag());
        }
        to.put("explicit", rule.explicit());
        writeTexts(rule.countries(), to.putArray("countries"));
        writeTexts(rule.tiers(), to.putArray("tiers"));
    }

    static Rule rule(Fields from) {
        return new Rule(
                new RuleId(from.text("ruleId")),
                from.optionalText("tag").orElse(null),
                from.truth("explicit"),
                from.texts("countries"),
                from.texts("tiers"));
    }

    private static void writeTexts(List<String> texts, ArrayNode to) {
        texts.forEach(to::add);
    }
}
