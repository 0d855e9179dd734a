package dev.counterpoint.domain.statistics;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.ShelfId;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What leads from one version of the statistics to a later one. A change of version 0 is a whole base.
 *
 * @param version above {@code follows}
 * @param follows the version that it is a change of
 * @param offsets the last offset counted, by partition of the event log, for all partitions
 * @param totals all cards together, after the change
 * @param shelves the shelf templates that changed, as they are after it
 * @param cards the cards that changed, as they are after it
 * @param countries by country the popularities there that changed, as they are after it; {@link CardStatistics#UNPLAYED} for a card that is
 *     listed there no more
 */
public record StatisticsChange(
        long version,
        long follows,
        Instant cutAt,
        SortedMap<Integer, Long> offsets,
        Responses totals,
        SortedMap<ShelfId, Responses> shelves,
        SortedMap<CardId, CardStatistics> cards,
        SortedMap<String, SortedMap<CardId, Double>> countries) {

    public StatisticsChange {
        if (follows < 0 || version < follows) {
            throw new IllegalArgumentException("version " + version + " cannot follow version " + follows);
        }
        offsets = copyOf(offsets);
        shelves = copyOf(shelves);
        cards = copyOf(cards);
        SortedMap<String, SortedMap<CardId, Double>> copies = new TreeMap<>();
        countries.forEach((country, changed) -> copies.put(country, copyOf(changed)));
        countries = Collections.unmodifiableSortedMap(copies);
    }

    private static <K, V> SortedMap<K, V> copyOf(Map<K, V> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
