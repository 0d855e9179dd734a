package dev.counterpoint.infra.simulator.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.Catalog;
import dev.counterpoint.domain.catalog.CatalogEvent;
import dev.counterpoint.domain.catalog.CatalogShards;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.listener.Tier;
import dev.counterpoint.infra.simulator.behaviour.ShownPage.ShownShelf;
import dev.counterpoint.infra.simulator.world.GeneratedCatalog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedListenerTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final List<Card> CARDS = GeneratedCatalog.of(1, 500, NOW);

    @Test
    void whatListenersDo_isWhatTheTruthExpects() {
        ShownPage page = page(4, 6);
        double expected = 0;
        double variance = 0;
        int plays = 0;
        int seen = 0;
        for (SimulatedListener listener : listeners(1, 3_000)) {
            double onThisPage = listener.appealAt(NOW).plays(page);
            expected += onThisPage;
            List<Deed> deeds = listener.act(page, NOW);
            int own = count(deeds, InteractionType.PLAY);
            plays += own;
            variance += (own - onThisPage) * (own - onThisPage);
            seen += count(deeds, InteractionType.IMPRESSION);
        }

        assertThat((double) plays).isCloseTo(expected, within(4 * Math.sqrt(variance)));
        double slots = 0;
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 6; column++) {
                slots += BehaviourParameters.FIXED.seen(row, column);
            }
        }
        assertThat(seen / 3_000.0).isCloseTo(slots, within(0.03 * slots));
    }

    @Test
    void seeing_fallsAlongRowsAndColumns() {
        BehaviourParameters fixed = BehaviourParameters.FIXED;

        assertThat(fixed.seen(0, 0)).isEqualTo(fixed.firstSlot());
        assertThat(fixed.seen(3, 2) / fixed.seen(2, 2)).isCloseTo(fixed.rowDecay(), within(1e-12));
        assertThat(fixed.seen(3, 2) / fixed.seen(3, 1)).isCloseTo(fixed.columnDecay(), within(1e-12));
    }

    @Test
    void whatWasSeenAndPlayed_temptsLess_andRecovers() {
        SimulatedListener listener = listeners(1, 1).get(0);
        ShownPage page = page(1, 1);
        Card card = page.shelves().get(0).cards().get(0);
        double before = play(listener, card, NOW);

        Instant at = NOW;
        for (int visit = 0; visit < 5; visit++) {
            listener.act(page, at);
            at = at.plusSeconds(60);
        }

        assertThat(play(listener, card, at)).isLessThan(before);
        assertThat(play(listener, card, at.plus(Duration.ofHours(20)))).isGreaterThan(play(listener, card, at));
    }

    @Test
    void tastes_drift() {
        List<SimulatedListener> listeners = listeners(1, 200);
        long changed = listeners.stream()
                .filter(listener -> {
                    Card liked = CARDS.stream()
                            .max(Comparator.comparingDouble(
                                    card -> listener.appealAt(NOW).match(card)))
                            .orElseThrow();
                    double before = listener.appealAt(NOW).match(liked);
                    double after =
                            listener.appealAt(NOW.plus(Duration.ofDays(60))).match(liked);
                    return Math.abs(before - after) > 1e-6;
                })
                .count();

        assertThat(changed).isGreaterThan(180);
    }

    @Test
    void habits_dependOnTheHour() {
        long differing = listeners(1, 200).stream()
                .filter(listener -> {
                    Taste taste = listener.taste();
                    return CARDS.stream().anyMatch(card -> taste.match(card, 480) != taste.match(card, 1_260));
                })
                .count();

        assertThat(differing).isGreaterThan(150);
    }

    @Test
    void tiers_differInShareVisitsAndStreams() {
        List<SimulatedListener> listeners = listeners(1, 2_000);
        for (Tier tier : Tier.values()) {
            double share = listeners.stream()
                            .filter(listener -> listener.tier() == tier)
                            .count()
                    / 2_000.0;
            assertThat(share).isCloseTo(BehaviourParameters.FIXED.share(tier), within(0.04));
        }
        assertThat(daysToTheNextVisit(listeners, Tier.PREMIUM))
                .isLessThan(daysToTheNextVisit(listeners, Tier.FREE_SHUFFLE));
        assertThat(stream(listeners, Tier.PREMIUM)).isGreaterThan(stream(listeners, Tier.FREE));
        assertThat(stream(listeners, Tier.FREE)).isGreaterThan(stream(listeners, Tier.FREE_SHUFFLE));
    }

    @Test
    void deeds_standInOrderOfTime_andVisitsComeLater() {
        for (SimulatedListener listener : listeners(2, 300)) {
            List<Deed> deeds = listener.act(page(5, 5), NOW);

            assertThat(deeds).extracting(Deed::after).isSorted();
            assertThat(listener.nextVisit(NOW)).isAfterOrEqualTo(NOW.plus(Duration.ofMinutes(30)));
        }
    }

    @Test
    void theSameSeed_givesTheSameListeners() {
        assertThat(acts(1)).isEqualTo(acts(1)).isNotEqualTo(acts(2));
    }

    private static List<List<Deed>> acts(long seed) {
        return listeners(seed, 20).stream()
                .map(listener -> listener.act(page(5, 5), NOW))
                .toList();
    }

    private static double daysToTheNextVisit(List<SimulatedListener> listeners, Tier tier) {
        return listeners.stream()
                .filter(listener -> listener.tier() == tier)
                .mapToLong(listener ->
                        Duration.between(NOW, listener.nextVisit(NOW)).toMinutes())
                .average()
                .orElseThrow();
    }

    private static double stream(List<SimulatedListener> listeners, Tier tier) {
        return listeners.stream()
                .filter(listener -> listener.tier() == tier)
                .mapToDouble(listener -> listener.appealAt(NOW).stream(CARDS.get(0)))
                .average()
                .orElseThrow();
    }

    private static double play(SimulatedListener listener, Card card, Instant at) {
        return listener.appealAt(at).play(card, SourceKind.POPULAR);
    }

    private static int count(List<Deed> deeds, InteractionType type) {
        return (int) deeds.stream().filter(deed -> deed.type() == type).count();
    }

    private static List<SimulatedListener> listeners(long seed, int count) {
        List<CatalogEvent> published = new ArrayList<>();
        CARDS.forEach(card -> published.add(new CatalogEvent.CardPublished(card)));
        Catalog catalog = Catalog.empty().with(1, Collections.nCopies(CatalogShards.COUNT, 0L), published);
        return new Population(BehaviourParameters.FIXED, catalog, seed).listeners(count, NOW);
    }

    private static ShownPage page(int rows, int columns) {
        List<ShownShelf> shelves = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            shelves.add(new ShownShelf(
                    ShelfKey.parse("shelf-" + row),
                    SourceKind.POPULAR,
                    CARDS.subList(row * columns, (row + 1) * columns)));
        }
        return new ShownPage(shelves);
    }
}
