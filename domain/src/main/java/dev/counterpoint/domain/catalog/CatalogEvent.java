package dev.counterpoint.domain.catalog;

import dev.counterpoint.domain.event.DomainEvent;

/** What can happen to the catalogue. Each event stands in the shard stream of its card, shelf or rule. */
public sealed interface CatalogEvent extends DomainEvent {

    /** A card was published, or replaced by a newer version of itself. */
    record CardPublished(Card card) implements CatalogEvent {}

    /** A card will not be placed again; it stays readable for audits. */
    record CardRetired(CardId cardId) implements CatalogEvent {}

    /** A shelf template was published, or replaced by a newer version of itself. */
    record ShelfPublished(Shelf shelf) implements CatalogEvent {}

    /** A shelf stands on no page any more; its decisions stay. */
    record ShelfWithdrawn(ShelfId shelfId) implements CatalogEvent {}

    /** A rule was published, or replaced by a newer version of itself. */
    record RulePublished(Rule rule) implements CatalogEvent {}

    /** A rule does not hold any more. */
    record RuleWithdrawn(RuleId ruleId) implements CatalogEvent {}
}
