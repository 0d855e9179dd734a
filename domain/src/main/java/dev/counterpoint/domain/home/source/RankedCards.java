package dev.counterpoint.domain.home.source;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.Catalog;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.embedding.EmbeddedCards;
import dev.counterpoint.domain.home.ShelfProposal;
import dev.counterpoint.domain.statistics.RankedCard;
import dev.counterpoint.domain.statistics.Statistics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The cards of one epoch that may be placed, ranked by one version of the statistics, with one version of their vectors. Lists are made when they are first asked for and kept
 * as long as this is. Thread-safe.
 */
public final class RankedCards {
    /** How many cards of a tag are ranked. */
    static final int OF_A_TAG = 200;

    private static final int SHELVES_KEPT = 10_000;

    private static final Comparator<Ranked> MOST_POPULAR_FIRST = Comparator.comparingDouble(Ranked::popularity)
            .reversed()
            .thenComparing(ranked -> ranked.card().cardId());

    private final Catalog catalog;
    private final Statistics statistics;
    private final EmbeddedCards embedded;
    private final List<Card> popular;
    private final Map<String, List<Card>> byTag = new ConcurrentHashMap<>();
    private final Map<ShelfKey, List<ShelfProposal>> shelves = new ConcurrentHashMap<>();

    /** Without vectors of cards. */
    public RankedCards(Catalog catalog, Statistics statistics) {
        this(catalog, statistics, EmbeddedCards.none());
    }

    public RankedCards(Catalog catalog, Statistics statistics, EmbeddedCards embedded) {
        this.catalog = catalog;
        this.statistics = statistics;
        this.embedded = embedded;
        this.popular = statistics.mostPopular().stream()
                .map(RankedCard::cardId)
                .map(this::placeable)
                .flatMap(Optional::stream)
                .limit(Source.CARDS)
                .toList();
    }

    public Catalog catalog() {
        return catalog;
    }

    public Statistics statistics() {
        return statistics;
    }

    public EmbeddedCards embedded() {
        return embedded;
    }

    /** A card, if it may be placed. */
    Optional<Card> placeable(CardId cardId) {
        return catalog.placeable(cardId);
    }

    /** The most popular cards first, at most {@link Source#CARDS}. */
    List<Card> popular() {
        return popular;
    }

    /** The newest cards first, at most {@link Source#CARDS}. */
    List<Card> newest() {
        List<Card> newest = catalog.newest();
        return newest.subList(0, Math.min(newest.size(), Source.CARDS));
    }

    /** The cards that carry a tag, most popular first, ties by id, at most {@value #OF_A_TAG}. */
    List<Card> tagged(String tag) {
        return byTag.computeIfAbsent(tag, this::rankTagged);
    }

    /** Shelves that are the same for whoever gets them: made when they are first asked for, and kept, but for more than 10,000. */
    List<ShelfProposal> once(ShelfKey shelf, Supplier<List<ShelfProposal>> made) {
        List<ShelfProposal> kept = shelves.get(shelf);
        if (kept != null) {
            return kept;
        }
        List<ShelfProposal> fresh = made.get();
        if (shelves.size() < SHELVES_KEPT) {
            shelves.put(shelf, fresh);
        }
        return fresh;
    }

    private List<Card> rankTagged(String tag) {
        List<Ranked> ranked = new ArrayList<>();
        for (Card card : catalog.cardsTagged(tag)) {
            ranked.add(new Ranked(card, statistics.card(card.cardId()).popularity()));
        }
        ranked.sort(MOST_POPULAR_FIRST);
        return ranked.stream().limit(OF_A_TAG).map(Ranked::card).toList();
    }

    private record Ranked(Card card, double popularity) {}
}
