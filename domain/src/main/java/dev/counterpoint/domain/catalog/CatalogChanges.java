package dev.counterpoint.domain.catalog;

import dev.counterpoint.domain.catalog.CatalogEvent.CardPublished;
import dev.counterpoint.domain.catalog.CatalogEvent.CardRetired;
import dev.counterpoint.domain.catalog.CatalogEvent.RulePublished;
import dev.counterpoint.domain.catalog.CatalogEvent.RuleWithdrawn;
import dev.counterpoint.domain.catalog.CatalogEvent.ShelfPublished;
import dev.counterpoint.domain.catalog.CatalogEvent.ShelfWithdrawn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What lies between two epochs of the catalogue.
 *
 * @param cards the cards that changed, as they are now
 * @param changedShelves the shelves that changed, as they are now; empty for those that were withdrawn
 * @param changedRules the rules that changed, as they are now; empty for those that were withdrawn
 * @param removed the cards that could be placed before and are changed or retired now, as they were
 * @param added the cards that changed and may be placed now, as they are
 */
record CatalogChanges(
        Map<CardId, Catalog.Listed> cards,
        Map<ShelfId, Optional<Shelf>> changedShelves,
        Map<RuleId, Optional<Rule>> changedRules,
        List<Card> removed,
        List<Card> added) {

    static CatalogChanges of(Catalog before, Collection<? extends CatalogEvent> events) {
        Map<CardId, Catalog.Listed> cards = new HashMap<>();
        Map<ShelfId, Optional<Shelf>> shelves = new HashMap<>();
        Map<RuleId, Optional<Rule>> rules = new HashMap<>();
        for (CatalogEvent event : events) {
            if (event instanceof CardPublished published) {
                cards.put(published.card().cardId(), new Catalog.Listed(published.card(), false));
            } else if (event instanceof CardRetired retired) {
                retire(retired.cardId(), before, cards);
            } else if (event instanceof ShelfPublished published) {
                shelves.put(published.shelf().shelfId(), Optional.of(published.shelf()));
            } else if (event instanceof ShelfWithdrawn withdrawn) {
                shelves.put(withdrawn.shelfId(), Optional.empty());
            } else if (event instanceof RulePublished published) {
                rules.put(published.rule().ruleId(), Optional.of(published.rule()));
            } else if (event instanceof RuleWithdrawn withdrawn) {
                rules.put(withdrawn.ruleId(), Optional.empty());
            }
        }
        return new CatalogChanges(cards, shelves, rules, placeableBefore(before, cards), placeableNow(cards));
    }

    /** All shelves after the change, by id. */
    List<Shelf> shelves(List<Shelf> before) {
        if (changedShelves.isEmpty()) {
            return before;
        }
        TreeMap<ShelfId, Shelf> all = new TreeMap<>();
        before.forEach(shelf -> all.put(shelf.shelfId(), shelf));
        changedShelves.forEach(
                (shelfId, shelf) -> shelf.ifPresentOrElse(now -> all.put(shelfId, now), () -> all.remove(shelfId)));
        return List.copyOf(all.values());
    }

    /** All rules that hold after the change, by id. */
    List<Rule> rules(List<Rule> before) {
        if (changedRules.isEmpty()) {
            return before;
        }
        TreeMap<RuleId, Rule> all = new TreeMap<>();
        before.forEach(rule -> all.put(rule.ruleId(), rule));
        changedRules.forEach(
                (ruleId, rule) -> rule.ifPresentOrElse(now -> all.put(ruleId, now), () -> all.remove(ruleId)));
        return List.copyOf(all.values());
    }

    private static void retire(CardId cardId, Catalog before, Map<CardId, Catalog.Listed> cards) {
        Catalog.Listed known = cards.containsKey(cardId) ? cards.get(cardId) : before.listed(cardId);
        if (known != null) {
            cards.put(cardId, new Catalog.Listed(known.card(), true));
        }
    }

    private static List<Card> placeableBefore(Catalog before, Map<CardId, Catalog.Listed> cards) {
        List<Card> removed = new ArrayList<>();
        for (CardId cardId : cards.keySet()) {
            Catalog.Listed old = before.listed(cardId);
            if (old != null && !old.retired()) {
                removed.add(old.card());
            }
        }
        return removed;
    }

    private static List<Card> placeableNow(Map<CardId, Catalog.Listed> cards) {
        return cards.values().stream()
                .filter(listed -> !listed.retired())
                .map(Catalog.Listed::card)
                .toList();
    }
}
