package dev.counterpoint.domain.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which cards carry a tag among their first 16. Immutable; the next state rewrites the lists of the touched tags only: about 4 bytes
 * for each card on them.
 */
final class TagIndex {
    static final TagIndex EMPTY = new TagIndex(EpochMap.empty());

    private final EpochMap<String, List<Card>> cardsByTag;

    private TagIndex(EpochMap<String, List<Card>> cardsByTag) {
        this.cardsByTag = cardsByTag;
    }

    /** By id. */
    List<Card> cardsTagged(String tag) {
        return Objects.requireNonNullElse(cardsByTag.get(tag), List.of());
    }

    TagIndex with(Collection<Card> removed, Collection<Card> added) {
        Map<String, TreeMap<CardId, @Nullable Card>> touched = new HashMap<>();
        for (Card card : removed) {
            tagsOf(card).forEach(tag -> entriesOf(touched, tag).put(card.cardId(), null));
        }
        for (Card card : added) {
            tagsOf(card).forEach(tag -> entriesOf(touched, tag).put(card.cardId(), card));
        }
        Map<String, List<Card>> lists = new HashMap<>();
        touched.forEach((tag, entries) -> lists.put(tag, merge(cardsTagged(tag), entries)));
        return new TagIndex(cardsByTag.with(lists));
    }

    private static TreeMap<CardId, @Nullable Card> entriesOf(
            Map<String, TreeMap<CardId, @Nullable Card>> touched, String tag) {
        return touched.computeIfAbsent(tag, t -> new TreeMap<>());
    }

    private static Collection<String> tagsOf(Card card) {
        int count = Math.min(card.tags().size(), CardFacts.MAX_TAGS);
        return new LinkedHashSet<>(card.tags().subList(0, count));
    }

    private static List<Card> merge(List<Card> old, TreeMap<CardId, @Nullable Card> entries) {
        ArrayList<Card> merged = new ArrayList<>(old.size() + entries.size());
        for (Card card : old) {
            if (!entries.containsKey(card.cardId())) {
                merged.add(card);
            }
        }
        for (Card card : entries.values()) {
            if (card != null) {
                merged.add(card);
            }
        }
        merged.sort(Comparator.comparing(Card::cardId));
        merged.trimToSize();
        return Collections.unmodifiableList(merged);
    }
}
