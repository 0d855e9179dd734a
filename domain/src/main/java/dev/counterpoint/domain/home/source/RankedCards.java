package dev.counterpoint.domain.home.source;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.Catalog;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.embedding.EmbeddedCards;
import dev.counterpoint.domain.home.ShelfProposal;
import dev.counterpoint.domain.statistics.RankedCard;
import dev.counterpoint.domain.statistics.Statistics;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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

    /** How long an order by popularity may be kept where it takes a look at many cards. */
    private static final Duration ORDER_KEPT = Duration.ofMinutes(2);

    static final int MANY = 2_000;

    private final Catalog catalog;
    private final Statistics statistics;
    private final EmbeddedCards embedded;
    private final List<Card> popular;
    private final Map<String, TagOrder> byTag;
    private final Map<ShelfKey, AgingShelf> agingShelves;
    private final Map<ShelfKey, List<ShelfProposal>> shelves = new ConcurrentHashMap<>();

    /** Without vectors of cards. */
    public RankedCards(Catalog catalog, Statistics statistics) {
        this(catalog, statistics, EmbeddedCards.none());
    }

    public RankedCards(Catalog catalog, Statistics statistics, EmbeddedCards embedded) {
        this(catalog, statistics, embedded, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    }

    private RankedCards(
            Catalog catalog,
            Statistics statistics,
            EmbeddedCards embedded,
            Map<String, TagOrder> byTag,
            Map<ShelfKey, AgingShelf> agingShelves) {
        this.byTag = byTag;
        this.agingShelves = agingShelves;
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

    /** What comes after this one: of the same epoch, it goes on with what may be up to two minutes old. */
    public RankedCards then(Catalog nextCatalog, Statistics nextStatistics, EmbeddedCards nextEmbedded) {
        boolean isSameEpoch = nextCatalog == catalog;
        return new RankedCards(
                nextCatalog,
                nextStatistics,
                nextEmbedded,
                isSameEpoch ? byTag : new ConcurrentHashMap<>(),
                isSameEpoch && nextEmbedded == embedded ? agingShelves : new ConcurrentHashMap<>());
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

    /**
     * The cards that carry a tag, most popular first, ties by id, at most {@value #OF_A_TAG}. Where there are more than {@value #MANY}, the order is of up
     * to two minutes ago.
     */
    List<Card> tagged(String tag) {
        TagOrder kept = byTag.get(tag);
        if (kept == null || kept.statistics() != statistics && isOld(kept, tag)) {
            kept = new TagOrder(rankTagged(tag), statistics);
            byTag.put(tag, kept);
        }
        return kept.cards();
    }

    private boolean isOld(TagOrder kept, String tag) {
        return isOld(kept.statistics()) || catalog.cardsTagged(tag).size() <= MANY;
    }

    private boolean isOld(Statistics rankedBy) {
        return rankedBy.cutAt().plus(ORDER_KEPT).isBefore(statistics.cutAt());
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

    /** What {@link #once} has in memory; null where it has nothing yet. */
    @Nullable
    List<ShelfProposal> kept(ShelfKey shelf) {
        return shelves.get(shelf);
    }

    /** As {@link #once}, for shelves that take more work than others: they may be those of up to two minutes ago. */
    List<ShelfProposal> onceInAWhile(ShelfKey shelf, Supplier<List<ShelfProposal>> made) {
        AgingShelf kept = agingShelves.get(shelf);
        if (kept != null && !isOld(kept.statistics())) {
            return kept.proposals();
        }
        List<ShelfProposal> fresh = made.get();
        if (kept != null || agingShelves.size() < SHELVES_KEPT) {
            agingShelves.put(shelf, new AgingShelf(fresh, statistics));
        }
        return fresh;
    }

    private List<Card> rankTagged(String tag) {
        PriorityQueue<Ranked> leading = new PriorityQueue<>(MOST_POPULAR_FIRST.reversed());
        for (Card card : catalog.cardsTagged(tag)) {
            double popularity = statistics.card(card.cardId()).popularity();
            if (leading.size() < OF_A_TAG) {
                leading.add(new Ranked(card, popularity));
            } else if (popularity > leading.element().popularity()) {
                leading.remove();
                leading.add(new Ranked(card, popularity));
            }
        }
        return leading.stream().sorted(MOST_POPULAR_FIRST).map(Ranked::card).toList();
    }

    /** @param statistics that it was ranked by */
    private record TagOrder(List<Card> cards, Statistics statistics) {}

    /** @param statistics that its cards were ranked by */
    private record AgingShelf(List<ShelfProposal> proposals, Statistics statistics) {}

    private record Ranked(Card card, double popularity) {}
}
