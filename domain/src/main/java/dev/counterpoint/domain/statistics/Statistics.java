package dev.counterpoint.domain.statistics;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.EpochMap;
import dev.counterpoint.domain.catalog.LeadingList;
import dev.counterpoint.domain.catalog.ShelfId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A version of the statistics: what all listeners did with each card and shelf, up to stated offsets of the event log. Immutable; the
 * next version shares all that did not change. Thread-safe.
 */
public final class Statistics {
    private static final Comparator<RankedCard> MOST_POPULAR_FIRST =
            Comparator.comparingDouble(RankedCard::popularity).reversed().thenComparing(RankedCard::cardId);
    private static final Statistics EMPTY = new Statistics(
            0,
            Instant.EPOCH,
            new TreeMap<>(),
            Responses.none(),
            new TreeMap<>(),
            EpochMap.empty(),
            new TreeMap<>(),
            LeadingList.by(MOST_POPULAR_FIRST, RankedCard::cardId));

    private final long version;
    private final Instant cutAt;
    private final SortedMap<Integer, Long> offsets;
    private final Responses totals;
    private final SortedMap<ShelfId, Responses> shelves;
    private final EpochMap<CardId, CardStatistics> cards;
    private final SortedMap<String, CountryPopularity> countries;
    private final LeadingList<RankedCard> popular;

    private Statistics(
            long version,
            Instant cutAt,
            SortedMap<Integer, Long> offsets,
            Responses totals,
            SortedMap<ShelfId, Responses> shelves,
            EpochMap<CardId, CardStatistics> cards,
            SortedMap<String, CountryPopularity> countries,
            LeadingList<RankedCard> popular) {
        this.version = version;
        this.cutAt = cutAt;
        this.offsets = Collections.unmodifiableSortedMap(offsets);
        this.totals = totals;
        this.shelves = Collections.unmodifiableSortedMap(shelves);
        this.cards = cards;
        this.countries = countries;
        this.popular = popular;
    }

    /** Version 0: nothing was counted, no offset is covered. */
    public static Statistics empty() {
        return EMPTY;
    }

    /**
     * The next version.
     *
     * @throws IllegalArgumentException if the change does not follow this version
     */
    public Statistics with(StatisticsChange change) {
        if (change.follows() != version) {
            throw new IllegalArgumentException(
                    "a change of version " + change.follows() + " does not follow " + version);
        }
        SortedMap<ShelfId, Responses> nextShelves = new TreeMap<>(shelves);
        nextShelves.putAll(change.shelves());
        EpochMap<CardId, CardStatistics> nextCards = cards.with(change.cards());
        SortedMap<String, CountryPopularity> nextCountries = new TreeMap<>(countries);
        change.countries()
                .forEach((country, changed) ->
                        nextCountries.put(country, country(country).with(changed)));
        return new Statistics(
                change.version(),
                change.cutAt(),
                new TreeMap<>(change.offsets()),
                change.totals(),
                nextShelves,
                nextCards,
                nextCountries,
                popular.with(
                        change.cards().keySet(),
                        ranked(change.cards()),
                        all -> nextCards.forEach((cardId, card) -> rank(cardId, card, all))));
    }

    /** This version as a change of version 0: all of it in one piece. */
    public StatisticsChange asBase() {
        SortedMap<CardId, CardStatistics> all = new TreeMap<>();
        cards.forEach(all::put);
        SortedMap<String, SortedMap<CardId, Double>> everywhere = new TreeMap<>();
        countries.forEach((country, popularity) -> everywhere.put(country, popularity.cards()));
        return new StatisticsChange(version, 0, cutAt, offsets, totals, shelves, all, everywhere);
    }

    /** From 0 (empty); versions need not be without gaps. */
    public long version() {
        return version;
    }

    public Instant cutAt() {
        return cutAt;
    }

    /** The last offset counted, by partition of the event log. */
    public SortedMap<Integer, Long> offsets() {
        return offsets;
    }

    /** All cards together. */
    public Responses totals() {
        return totals;
    }

    /** How listeners respond to a shelf template. */
    public Responses shelf(ShelfId template) {
        return Objects.requireNonNullElse(shelves.get(template), Responses.none());
    }

    public SortedMap<ShelfId, Responses> shelves() {
        return shelves;
    }

    public CardStatistics card(CardId cardId) {
        return Objects.requireNonNullElse(cards.get(cardId), CardStatistics.none());
    }

    /** What is popular in a country, by its ISO 3166-1 alpha-2 code. */
    public CountryPopularity country(String country) {
        return Objects.requireNonNullElse(countries.get(country), CountryPopularity.none());
    }

    /** Those of many cards, in their order: faster than one by one. */
    public CardStatistics[] cards(CardId[] cardIds) {
        @Nullable CardStatistics[] found = new CardStatistics[cardIds.length];
        cards.getAll(cardIds, found);
        CardStatistics[] all = new CardStatistics[found.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = found[i] == null ? CardStatistics.none() : found[i];
        }
        return all;
    }

    /** How many cards were met at all. */
    public int size() {
        return cards.size();
    }

    /** Hands out all cards that were met, in no promised order. */
    public void forEachCard(BiConsumer<CardId, CardStatistics> action) {
        cards.forEach(action);
    }

    /** The most popular cards, most popular first, ties by id: all that were played up to 1,024, and at most 4,096. */
    public List<RankedCard> mostPopular() {
        return popular.items();
    }

    /** The popularity of the most popular card; {@link CardStatistics#UNPLAYED} where nothing was played. */
    public double greatestPopularity() {
        return popular.items().isEmpty()
                ? CardStatistics.UNPLAYED
                : popular.items().get(0).popularity();
    }

    private static List<RankedCard> ranked(Map<CardId, CardStatistics> cards) {
        List<RankedCard> ranked = new ArrayList<>();
        cards.forEach((cardId, card) -> rank(cardId, card, ranked::add));
        return ranked;
    }

    private static void rank(CardId cardId, CardStatistics card, Consumer<RankedCard> action) {
        if (card.popularity() > CardStatistics.UNPLAYED) {
            action.accept(new RankedCard(cardId, card.popularity()));
        }
    }
}
