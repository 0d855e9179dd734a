package dev.counterpoint.domain.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
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

    /** Both are in order: what lies between two changes is copied as it is, since a bulk load touches most tags in every epoch. */
    private static List<Card> merge(List<Card> old, TreeMap<CardId, @Nullable Card> entries) {
        List<Card> merged = new ArrayList<>(old.size() + entries.size());
        int from = 0;
        for (Map.Entry<CardId, @Nullable Card> change : entries.entrySet()) {
            int at = placeOf(change.getKey(), old, from);
            merged.addAll(old.subList(from, at));
            boolean isThere = at < old.size() && old.get(at).cardId().equals(change.getKey());
            from = isThere ? at + 1 : at;
            Card card = change.getValue();
            if (card != null) {
                merged.add(card);
            }
        }
        merged.addAll(old.subList(from, old.size()));
        return Collections.unmodifiableList(merged);
    }

    /** The first place, not before {@code from}, of a card whose id is not less. */
    private static int placeOf(CardId id, List<Card> cards, int from) {
        int low = from;
        int high = cards.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cards.get(middle).cardId().compareTo(id) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
