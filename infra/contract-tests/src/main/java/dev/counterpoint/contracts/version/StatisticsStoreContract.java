package dev.counterpoint.contracts.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.statistics.CardStatistics;
import dev.counterpoint.domain.statistics.Responses;
import dev.counterpoint.domain.statistics.Statistics;
import dev.counterpoint.domain.statistics.StatisticsChange;
import dev.counterpoint.query.statistics.StatisticsStore;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Versions of the statistics, wherever they are kept. */
public abstract class StatisticsStoreContract {
    private static final Instant CUT_AT = Instant.parse("2026-03-01T12:00:00.000001Z");
    /** Some hundred kilobytes. */
    private static final int MANY = 5_000;

    private StatisticsStore store = openEmpty();

    /** A store without versions. */
    protected abstract StatisticsStore openEmpty();

    /** What another process sees of the store that was opened last. */
    protected abstract StatisticsStore openAgain();

    @BeforeEach
    void open() {
        store = openEmpty();
    }

    @Test
    void nothingCounted_isVersionZero() {
        assertThat(store.latest()).isZero();
        assertThat(store.change(1)).isEmpty();
        assertThat(store.change(0)).isEmpty();
        assertThat(store.baseUpTo(7).asBase()).isEqualTo(Statistics.empty().asBase());
    }

    @Test
    void changes_areFoundAsTheyWereAdded() {
        assertThat(store.add(change(1, 3))).isTrue();
        assertThat(store.add(change(2, 5))).isTrue();

        StatisticsStore elsewhere = openAgain();
        assertThat(elsewhere.latest()).isEqualTo(2);
        assertThat(elsewhere.change(1)).contains(change(1, 3));
        assertThat(elsewhere.change(2)).contains(change(2, 5));
    }

    @Test
    void largeChange_isFoundWhole() {
        store.add(change(1, MANY));

        assertThat(openAgain().change(1)).contains(change(1, MANY));
    }

    @Test
    void numberThatIsTaken_isRefused_andChangesNothing() {
        store.add(change(1, 3));

        assertThat(openAgain().add(change(1, 4))).isFalse();
        assertThat(store.change(1)).contains(change(1, 3));
    }

    @Test
    void base_isFoundFromItsNumberOn() {
        Statistics whole = Statistics.empty();
        for (int version = 1; version <= 4; version++) {
            store.add(change(version, version == 3 ? MANY : 2));
            whole = whole.with(change(version, version == 3 ? MANY : 2));
            if (version == 3) {
                store.addBase(whole);
            }
        }

        StatisticsStore elsewhere = openAgain();
        assertThat(elsewhere.baseUpTo(2).version()).isZero();
        assertThat(elsewhere.baseUpTo(3).version()).isEqualTo(3);
        assertThat(elsewhere.baseUpTo(4).with(change(4, 2)).asBase()).isEqualTo(whole.asBase());
    }

    private static StatisticsChange change(long version, int cards) {
        Map<CardId, CardStatistics> changed = new TreeMap<>();
        for (int card = 0; card < cards; card++) {
            double popularity = 2_900 + card + version / 7.0;
            changed.put(
                    new CardId("card-" + card),
                    new CardStatistics(popularity, Responses.none(), 168 * popularity, 7 * popularity));
        }
        return new StatisticsChange(
                version,
                version - 1,
                CUT_AT.plusSeconds(version),
                new TreeMap<>(Map.of(0, version * 10, 5, version)),
                Responses.none(),
                new TreeMap<>(),
                new TreeMap<>(changed),
                new TreeMap<>(Map.of("SE", new TreeMap<>(Map.of(new CardId("card-1"), 2_900.5)))));
    }
}
