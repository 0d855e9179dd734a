package dev.counterpoint.domain.statistics;

import static dev.counterpoint.domain.profile.Streams.START;
import static dev.counterpoint.domain.profile.Streams.aCard;
import static dev.counterpoint.domain.profile.Streams.aPlayOf;
import static dev.counterpoint.domain.profile.Streams.recorded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.time.Micros;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Lists of countries against exact counts, and against themselves when they are cut, stored and gone on from. */
class CountryPopularityProperties {

    @Property(tries = 30)
    void a_list_is_exact_while_it_is_not_full_and_bounded_in_its_error_afterwards(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4_000) int plays,
            @ForAll @IntRange(min = 1, max = 900) int cards) {
        StatisticsFold fold = new StatisticsFold(Statistics.empty());
        Map<CardId, CardStatistics> exact = new HashMap<>();
        for (Play play : plays(seed, plays, cards)) {
            fold.apply(play.event());
            exact.merge(
                    play.card(),
                    CardStatistics.none().plus(InteractionType.PLAY, false, play.micros()),
                    (before, any) -> before.plus(InteractionType.PLAY, false, play.micros()));
        }
        fold.cut(1, Map.of(0, 1L), START);
        CountryPopularity listed = fold.latest().country("SE");

        assertThat(listed.cards()).hasSize(Math.min(exact.size(), CountryPopularity.MOST));
        double least =
                listed.cards().values().stream().mapToDouble(each -> each).min().orElseThrow();
        exact.forEach((card, counted) -> {
            double overrated = listed.of(card);
            if (exact.size() <= CountryPopularity.MOST) {
                assertThat(overrated).isCloseTo(counted.popularity(), within(1e-9));
            } else if (overrated > CardStatistics.UNPLAYED) {
                assertThat(overrated).isGreaterThanOrEqualTo(counted.popularity() - 1e-9);
                assertThat(Math.pow(2, overrated - least) - Math.pow(2, counted.popularity() - least))
                        .isLessThanOrEqualTo(1 + 1e-6);
            } else {
                assertThat(counted.popularity()).isLessThanOrEqualTo(least + 1e-9);
            }
        });
    }

    @Property(tries = 20)
    void counting_in_one_go_or_version_by_version_through_bytes_is_the_same(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 1_500) int every) {
        StatisticsFold atOnce = new StatisticsFold(Statistics.empty());
        StatisticsFold stepwise = new StatisticsFold(Statistics.empty());
        int counted = 0;
        for (Play play : plays(seed, 3_000, 700)) {
            atOnce.apply(play.event());
            stepwise.apply(play.event());
            if (++counted % every == 0) {
                stepwise.cut(counted, Map.of(0, (long) counted), START);
                stepwise = new StatisticsFold(Statistics.empty()
                        .with(StatisticsBytes.decode(
                                StatisticsBytes.encode(stepwise.latest().asBase()))));
            }
        }
        atOnce.cut(9_999, Map.of(0, 9_999L), START);
        stepwise.cut(9_999, Map.of(0, 9_999L), START);

        assertThat(stepwise.latest().asBase().countries())
                .isEqualTo(atOnce.latest().asBase().countries());
    }

    private record Play(CardId card, RecordedEvent event, long micros) {}

    private static List<Play> plays(long seed, int count, int cards) {
        Random random = new Random(seed);
        List<Play> plays = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String card = "card-" + (int) (cards * random.nextDouble() * random.nextDouble());
            var at = START.plus(Duration.ofMinutes(random.nextInt(60_000)));
            plays.add(new Play(
                    new CardId(card),
                    recorded(
                            i,
                            START.plus(Duration.ofDays(90)),
                            aPlayOf(aCard(card), at).from("SE")),
                    Micros.of(at)));
        }
        return plays;
    }
}
