package dev.counterpoint.domain.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue at a numbered epoch, as pages read it: all cards and shelves, and the indexes that sources propose from. Immutable;
 * the next epoch shares all that did not change. Thread-safe.
 */
public final class Catalog {
    private static final Comparator<Card> NEWEST_FIRST =
            Comparator.comparing(Card::publishedAt).reversed().thenComparing(Card::cardId);
    private static final Catalog EMPTY = new Catalog(
            0,
            Collections.nCopies(CatalogShards.COUNT, -1L),
            EpochMap.empty(),
            List.of(),
            List.of(),
            TagIndex.EMPTY,
            LeadingList.by(NEWEST_FIRST, Card::cardId),
            0);

    private final long number;
    private final List<Long> heads;
    private final EpochMap<CardId, Listed> cards;
    private final List<Shelf> shelves;
    private final List<Rule> rules;
    private final TagIndex tags;
    private final LeadingList<Card> newest;
    private final int placeable;

    private Catalog(
            long number,
            List<Long> heads,
            EpochMap<CardId, Listed> cards,
            List<Shelf> shelves,
            List<Rule> rules,
            TagIndex tags,
            LeadingList<Card> newest,
            int placeable) {
        this.number = number;
        this.heads = List.copyOf(heads);
        this.cards = cards;
        this.shelves = shelves;
        this.rules = rules;
        this.tags = tags;
        this.newest = newest;
        this.placeable = placeable;
        if (heads.size() != CatalogShards.COUNT) {
            throw new IllegalArgumentException("a catalogue has 64 heads, not " + heads.size());
        }
    }

    /** Epoch 0: nothing was published. */
    public static Catalog empty() {
        return EMPTY;
    }

    /**
     * A later epoch.
     *
     * @param heads 64 sequences by shard, each the last one covered; -1 where the shard has none
     * @param events what was recorded between the two epochs, each shard's events in their order
     */
    public Catalog with(long newNumber, List<Long> newHeads, Collection<? extends CatalogEvent> events) {
        CatalogChanges changes = CatalogChanges.of(this, events);
        EpochMap<CardId, Listed> nextCards = cards.with(changes.cards());
        return new Catalog(
                newNumber,
                newHeads,
                nextCards,
                changes.shelves(shelves),
                changes.rules(rules),
                tags.with(changes.removed(), changes.added()),
                newest.with(changes.cards().keySet(), changes.added(), all -> forEachPlaceable(nextCards, all)),
                placeable + changes.added().size() - changes.removed().size());
    }

    public long number() {
        return number;
    }

    /** 64 sequences by shard, each the last one covered; -1 where the shard has none. */
    public List<Long> heads() {
        return heads;
    }

    /** A card as this epoch has it, also after it was retired; empty if it was never published. */
    public Optional<Card> card(CardId cardId) {
        return Optional.ofNullable(cards.get(cardId)).map(Listed::card);
    }

    /**
     * Those of many cards, in their order: faster than one by one.
     *
     * @throws IllegalArgumentException if one of them was never published
     */
    public List<Card> cards(CardId[] cardIds) {
        @Nullable Listed[] found = new Listed[cardIds.length];
        cards.getAll(cardIds, found);
        List<Card> known = new ArrayList<>(found.length);
        for (int i = 0; i < found.length; i++) {
            Listed listed = found[i];
            if (listed == null) {
                throw new IllegalArgumentException("catalogue " + number + " has no card " + cardIds[i]);
            }
            known.add(listed.card());
        }
        return known;
    }

    /** A card, if it may be placed. */
    public Optional<Card> placeable(CardId cardId) {
        Listed listed = cards.get(cardId);
        return listed == null || listed.retired() ? Optional.empty() : Optional.of(listed.card());
    }

    /** Whether the card was published once and may not be placed any more. */
    public boolean isRetired(CardId cardId) {
        Listed listed = cards.get(cardId);
        return listed != null && listed.retired();
    }

    /** How many cards may be placed. */
    public int size() {
        return placeable;
    }

    /** Hands out all cards that may be placed, in no promised order. */
    public void forEachCard(Consumer<Card> action) {
        forEachPlaceable(cards, action);
    }

    /** The cards that carry a tag among their first 16 and may be placed, by id. Immutable, made once an epoch. */
    public List<Card> cardsTagged(String tag) {
        return tags.cardsTagged(tag);
    }

    /** The newest cards that may be placed, newest first: all of them up to 1,024, and at most 4,096. */
    public List<Card> newest() {
        return newest.items();
    }

    /** All shelves, by id. */
    public List<Shelf> shelves() {
        return shelves;
    }

    /** All rules that hold, by id. */
    public List<Rule> rules() {
        return rules;
    }

    public Optional<Shelf> shelf(ShelfId shelfId) {
        return shelves.stream().filter(shelf -> shelf.shelfId().equals(shelfId)).findFirst();
    }

    @Nullable
    Listed listed(CardId cardId) {
        return cards.get(cardId);
    }

    private static void forEachPlaceable(EpochMap<CardId, Listed> cards, Consumer<Card> action) {
        cards.forEach((cardId, listed) -> {
            if (!listed.retired()) {
                action.accept(listed.card());
            }
        });
    }

    /** A card with what became of it. */
    record Listed(Card card, boolean retired) {}
}
