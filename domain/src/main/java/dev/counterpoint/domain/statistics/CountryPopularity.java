package dev.counterpoint.domain.statistics;

import dev.counterpoint.domain.catalog.CardId;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The cards that the listeners of one country play most, at most {@value #MOST}, each with its popularity there: {@link
 * CardStatistics#popularity} of the plays in that country. A card that comes in takes the place of the least popular one and goes on from its
 * popularity, so one that is listed may be overrated by no more than the least popularity of a full list, and one that is not listed is at
 * most as popular as that (Space-Saving, over plays that fade). Immutable.
 *
 * @see "Metwally, Agrawal and El Abbadi 2005, Efficient Computation of Frequent and Top-k Elements in Data Streams"
 */
public final class CountryPopularity {
    /** How many cards are listed. */
    public static final int MOST = 512;

    private static final CountryPopularity EMPTY = new CountryPopularity(Map.of());

    private final Map<CardId, Double> cards;
    private final double greatest;

    private CountryPopularity(Map<CardId, Double> cards) {
        this.cards = cards;
        this.greatest =
                cards.values().stream().mapToDouble(Double::doubleValue).max().orElse(CardStatistics.UNPLAYED);
    }

    /** Of a country where nothing was played. */
    public static CountryPopularity none() {
        return EMPTY;
    }

    /** {@link CardStatistics#UNPLAYED} for a card that is not listed. */
    public double of(CardId cardId) {
        return Objects.requireNonNullElse(cards.get(cardId), CardStatistics.UNPLAYED);
    }

    /** The popularity of the most popular card; {@link CardStatistics#UNPLAYED} where nothing was played. */
    public double greatest() {
        return greatest;
    }

    public SortedMap<CardId, Double> cards() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(cards));
    }

    /** @param changes popularities as they are now; {@link CardStatistics#UNPLAYED} for a card that left the list */
    CountryPopularity with(Map<CardId, Double> changes) {
        Map<CardId, Double> next = new HashMap<>(cards);
        changes.forEach((cardId, popularity) -> {
            if (popularity > CardStatistics.UNPLAYED) {
                next.put(cardId, popularity);
            } else {
                next.remove(cardId);
            }
        });
        return new CountryPopularity(next);
    }
}
