package dev.counterpoint.domain.statistics;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.time.HalfLife;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts the plays of one country into its list of popular cards. Not thread-safe. */
final class CountryFold {
    private static final Comparator<RankedCard> LEAST_POPULAR_FIRST =
            Comparator.comparingDouble(RankedCard::popularity).thenComparing(RankedCard::cardId);

    private final Map<CardId, Double> listed = new HashMap<>();
    private final TreeSet<RankedCard> ranked = new TreeSet<>(LEAST_POPULAR_FIRST);
    private final SortedMap<CardId, Double> changed = new TreeMap<>();

    CountryFold(CountryPopularity latest) {
        latest.cards().forEach(this::list);
    }

    void play(CardId cardId, long atMicros) {
        Double before = listed.get(cardId);
        if (before != null) {
            ranked.remove(new RankedCard(cardId, before));
        } else {
            before = listed.size() < CountryPopularity.MOST ? CardStatistics.UNPLAYED : leaveOne();
        }
        double popularity = CardStatistics.withPlay(before, HalfLife.WEEK, atMicros);
        list(cardId, popularity);
        changed.put(cardId, popularity);
    }

    /** What changed since this was last asked, as {@link CountryPopularity#with} takes it. */
    SortedMap<CardId, Double> changes() {
        SortedMap<CardId, Double> changes = new TreeMap<>(changed);
        changed.clear();
        return changes;
    }

    private double leaveOne() {
        RankedCard least = ranked.first();
        ranked.remove(least);
        listed.remove(least.cardId());
        changed.put(least.cardId(), CardStatistics.UNPLAYED);
        return least.popularity();
    }

    private void list(CardId cardId, double popularity) {
        listed.put(cardId, popularity);
        ranked.add(new RankedCard(cardId, popularity));
    }
}
