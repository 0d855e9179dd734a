package dev.counterpoint.domain.statistics;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.ShelfId;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import dev.counterpoint.domain.time.Micros;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts events into the next version of the statistics. Events are counted as often as they come: whoever feeds it skips offsets that
 * {@link Statistics#offsets} covers. Not thread-safe.
 */
public final class StatisticsFold {
    private final Map<CardId, CardStatistics> cards = new HashMap<>();
    private final Map<ShelfId, Responses> shelves = new HashMap<>();
    private final Map<String, CountryFold> countries = new HashMap<>();
    private Statistics latest;
    private Responses totals;

    /** @param latest the version to go on from */
    public StatisticsFold(Statistics latest) {
        this.latest = latest;
        this.totals = latest.totals();
    }

    /** Counts an interaction; every other event changes nothing. */
    public void apply(RecordedEvent recorded) {
        if (recorded.event() instanceof InteractionRecorded interaction) {
            count(interaction, Math.min(Micros.of(interaction.at()), Micros.of(recorded.recordedAt())));
        }
    }

    /**
     * Ends a version with all events applied so far.
     *
     * @param version above that of the latest
     * @param offsets the last offset applied, by partition, for all partitions
     * @return what changed since the latest version; empty, and no version, where nothing did
     */
    public Optional<StatisticsChange> cut(long version, Map<Integer, Long> offsets, Instant cutAt) {
        if (cards.isEmpty()) {
            return Optional.empty();
        }
        StatisticsChange change = new StatisticsChange(
                version,
                latest.version(),
                cutAt,
                new TreeMap<>(offsets),
                totals,
                new TreeMap<>(shelves),
                new TreeMap<>(cards),
                changedCountries());
        latest = latest.with(change);
        cards.clear();
        shelves.clear();
        return Optional.of(change);
    }

    /** The version that the last cut ended. */
    public Statistics latest() {
        return latest;
    }

    private SortedMap<String, SortedMap<CardId, Double>> changedCountries() {
        SortedMap<String, SortedMap<CardId, Double>> changed = new TreeMap<>();
        countries.forEach((country, counted) -> {
            SortedMap<CardId, Double> changes = counted.changes();
            if (!changes.isEmpty()) {
                changed.put(country, changes);
            }
        });
        return changed;
    }

    private void count(InteractionRecorded interaction, long at) {
        InteractionType type = interaction.type();
        boolean credited = interaction.attribution() != null;
        CardId cardId = interaction.card().cardId();
        CardStatistics card = cards.containsKey(cardId) ? cards.get(cardId) : latest.card(cardId);
        cards.put(cardId, card.plus(type, credited, at));
        totals = totals.plus(type, credited, at);
        if (interaction.country() != null && type == InteractionType.PLAY) {
            countries
                    .computeIfAbsent(interaction.country(), country -> new CountryFold(latest.country(country)))
                    .play(cardId, at);
        }
        if (interaction.attribution() != null) {
            ShelfId shelfId = interaction.attribution().shelf().template();
            Responses shelf = shelves.containsKey(shelfId) ? shelves.get(shelfId) : latest.shelf(shelfId);
            shelves.put(shelfId, shelf.plus(type, true, at));
        }
    }
}
