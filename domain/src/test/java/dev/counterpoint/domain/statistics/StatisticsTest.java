package dev.counterpoint.domain.statistics;

import static dev.counterpoint.domain.profile.Streams.START;
import static dev.counterpoint.domain.profile.Streams.aCard;
import static dev.counterpoint.domain.profile.Streams.aPlayOf;
import static dev.counterpoint.domain.profile.Streams.anInteraction;
import static dev.counterpoint.domain.profile.Streams.onShelf;
import static dev.counterpoint.domain.profile.Streams.recorded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.counterpoint.domain.Golden;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.ShelfId;
import dev.counterpoint.domain.event.DomainEvent;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.profile.Streams;
import dev.counterpoint.domain.time.Micros;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    private static final CardId BLUE = new CardId("blue");
    private static final CardId RED = new CardId("red");

    private final StatisticsFold fold = new StatisticsFold(Statistics.empty());

    @Test
    void no_change_makes_no_version() {
        count(Streams.aRegistration());

        assertThat(fold.cut(1, Map.of(0, 5L), START)).isEmpty();
        assertThat(fold.latest().version()).isZero();
    }

    @Test
    void a_version_names_its_offsets_and_holds_the_changed_cards_only() {
        count(aPlayOf(aCard("blue"), START));
        fold.cut(1, Map.of(0, 5L), START);
        count(aPlayOf(aCard("red"), START));

        StatisticsChange change =
                fold.cut(2, Map.of(0, 5L, 1, 9L), START.plusSeconds(60)).orElseThrow();

        assertThat(change.cards()).containsOnlyKeys(RED);
        assertThat(change.follows()).isEqualTo(1);
        assertThat(change.offsets()).containsExactly(Map.entry(0, 5L), Map.entry(1, 9L));
        assertThat(fold.latest().offsets()).isEqualTo(change.offsets());
        assertThat(fold.latest().card(BLUE).responses().plays()).isEqualTo(1);
        assertThat(fold.latest().totals().plays()).isEqualTo(2);
        assertThat(fold.latest().cutAt()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void a_change_is_added_to_the_version_that_it_follows_only() {
        count(aPlayOf(aCard("blue"), START));
        StatisticsChange change = fold.cut(1, Map.of(), START).orElseThrow();

        Statistics next = Statistics.empty().with(change);

        assertThatThrownBy(() -> next.with(change)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void popularity_has_the_order_of_plays_that_fade_over_a_week() {
        for (int i = 0; i < 7; i++) {
            count(aPlayOf(aCard("blue"), START));
        }
        count(aPlayOf(aCard("red"), START.plus(Duration.ofDays(21))));
        Statistics statistics = cut();

        // Seven plays, halved three times, are less than one.
        assertThat(statistics.mostPopular()).extracting(RankedCard::cardId).containsExactly(RED, BLUE);
        assertThat(statistics.card(RED).popularity() - statistics.card(BLUE).popularity())
                .isCloseTo(Math.log(8 / 7.0) / Math.log(2), within(1e-9));
        assertThat(statistics.greatestPopularity())
                .isEqualTo(statistics.card(RED).popularity());
    }

    @Test
    void popularity_does_not_depend_on_the_order_of_recording() {
        count(aPlayOf(aCard("blue"), START), aPlayOf(aCard("blue"), START.minus(Duration.ofDays(30))));
        count(aPlayOf(aCard("red"), START.minus(Duration.ofDays(30))), aPlayOf(aCard("red"), START));
        Statistics statistics = cut();

        assertThat(statistics.card(BLUE).popularity())
                .isCloseTo(statistics.card(RED).popularity(), within(1e-9));
        assertThat(statistics.card(BLUE).responses().plays())
                .isCloseTo(statistics.card(RED).responses().plays(), within(1e-9));
    }

    @Test
    void a_card_without_plays_is_unplayed_and_not_among_the_popular() {
        count(anInteraction(InteractionType.IMPRESSION, aCard("blue"), START));
        Statistics statistics = cut();

        assertThat(statistics.card(BLUE).popularity()).isEqualTo(CardStatistics.UNPLAYED);
        assertThat(statistics.card(RED)).isEqualTo(CardStatistics.none());
        assertThat(statistics.mostPopular()).isEmpty();
        assertThat(statistics.greatestPopularity()).isEqualTo(CardStatistics.UNPLAYED);
        assertThat(statistics.size()).isEqualTo(1);
    }

    @Test
    void a_play_is_popular_from_the_beginning_of_time() {
        count(aPlayOf(aCard("blue"), Instant.MIN));

        assertThat(cut().mostPopular()).containsExactly(new RankedCard(BLUE, 0));
    }

    @Test
    void each_type_is_counted_and_credit_needs_a_slot() {
        for (InteractionType type : InteractionType.values()) {
            count(anInteraction(type, aCard("blue"), START));
        }
        count(onShelf(aPlayOf(aCard("blue"), START), "tag:jazz"));
        Statistics statistics = cut();

        assertThat(statistics.card(BLUE).responses())
                .isEqualTo(new Responses(Micros.of(START), 1, 1, 2, 1, 1, 1, 1, 1));
        assertThat(statistics.shelf(new ShelfId("tag")).creditedPlays()).isEqualTo(1);
        assertThat(statistics.shelf(new ShelfId("fresh"))).isEqualTo(Responses.none());
        assertThat(statistics.shelves()).containsOnlyKeys(new ShelfId("tag"));
    }

    @Test
    void counts_halve_in_four_weeks() {
        Instant later = START.plus(Duration.ofDays(28));
        count(aPlayOf(aCard("blue"), START), aPlayOf(aCard("blue"), later), aPlayOf(aCard("blue"), START));
        Responses responses = cut().card(BLUE).responses();

        assertThat(responses.plays()).isEqualTo(2);
        assertThat(responses.asOfMicros()).isEqualTo(Micros.of(later));
        assertThat(responses.fading(Micros.of(later.plus(Duration.ofDays(56))))).isEqualTo(0.25);
        assertThat(responses.fading(Micros.of(START))).isEqualTo(1);
    }

    @Test
    void rates_start_at_their_prior_and_return_to_it() {
        for (int i = 0; i < 20; i++) {
            count(anInteraction(InteractionType.IMPRESSION, aCard("blue"), START));
            count(onShelf(aPlayOf(aCard("blue"), START), "tag:jazz"));
        }
        Responses responses = cut().card(BLUE).responses();

        assertThat(Rates.at(Responses.none(), 0).play()).isEqualTo(0.1);
        assertThat(Rates.at(responses, Micros.of(START)).play()).isEqualTo(22 / 40.0);
        assertThat(Rates.at(responses, Micros.of(START.plus(Duration.ofDays(280))))
                        .play())
                .isCloseTo(0.1, within(0.01));
    }

    @Test
    void rates_stay_below_one_without_impressions() {
        for (int i = 0; i < 100; i++) {
            count(anInteraction(InteractionType.CLICK, aCard("blue"), START));
            count(anInteraction(InteractionType.COMPLETE, aCard("blue"), START));
            count(anInteraction(InteractionType.SKIP, aCard("blue"), START));
        }
        Rates rates = Rates.at(cut().card(BLUE).responses(), Micros.of(START));

        assertThat(rates.click()).isBetween(0.5, 1.0);
        assertThat(rates.completion()).isBetween(0.5, 1.0);
        assertThat(rates.skip()).isBetween(0.5, 1.0);
        assertThat(rates.save()).isEqualTo(0.05);
        assertThat(rates.dismissal()).isEqualTo(0.01);
        assertThat(rates.impressions()).isZero();
    }

    /** Where this fails, the form of stored statistics has changed: it needs a new first byte, and the old one stays readable. */
    @Test
    void a_fixed_version_has_these_bytes() {
        count(onShelf(anInteraction(InteractionType.IMPRESSION, aCard("blue"), START), "tag:jazz"));
        count(onShelf(aPlayOf(aCard("blue"), START.plusSeconds(60)), "tag:jazz"), aPlayOf(aCard("red"), START));
        count(aPlayOf(aCard("red"), START.plusSeconds(90)).from("SE"));
        byte[] bytes = StatisticsBytes.encode(cut().asBase());

        String hex =
                HexFormat.of().formatHex(bytes).replaceAll("(.{64})", "$1\n").strip();
        assertThat(hex).isEqualTo(Golden.textOf("statistics-2.hex"));
    }

    @Test
    void a_version_of_the_first_form_is_read_without_countries_and_trends() {
        byte[] first = HexFormat.of().parseHex(Golden.textOf("statistics-1.hex").replace("\n", ""));

        Statistics statistics = Statistics.empty().with(StatisticsBytes.decode(first));

        assertThat(statistics.card(BLUE).responses().plays()).isEqualTo(1);
        assertThat(statistics.card(BLUE).popularity())
                .isEqualTo(statistics.greatestPopularity())
                .isPositive();
        assertThat(statistics.card(BLUE).log2Hourly(Micros.of(START))).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(statistics.card(BLUE).log2Daily(Micros.of(START))).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(statistics.country("SE")).isSameAs(CountryPopularity.none());
    }

    @Test
    void plays_of_hours_and_days_fade_with_them() {
        count(
                aPlayOf(aCard("blue"), START),
                aPlayOf(aCard("blue"), START),
                aPlayOf(aCard("blue"), START.plusSeconds(3_600)));

        long then = Micros.of(START.plusSeconds(3_600));
        assertThat(cut().card(BLUE).log2Hourly(then)).isCloseTo(1, within(1e-6));
        assertThat(fold.latest().card(BLUE).log2Daily(then))
                .isCloseTo(Math.log(1 + 2 * Math.pow(2, -1 / 24.0)) / Math.log(2), within(1e-6));
        assertThat(fold.latest().card(RED).log2Hourly(then)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void plays_are_counted_in_the_country_of_who_played() {
        count(
                aPlayOf(aCard("blue"), START).from("SE"),
                aPlayOf(aCard("blue"), START).from("SE"),
                aPlayOf(aCard("red"), START).from("SE"),
                aPlayOf(aCard("red"), START).from("FR"),
                aPlayOf(aCard("red"), START),
                anInteraction(InteractionType.SAVE, aCard("red"), START).from("NO"));

        CountryPopularity sweden = cut().country("SE");

        assertThat(sweden.of(BLUE) - sweden.of(RED)).isCloseTo(1, within(1e-9));
        assertThat(sweden.greatest()).isEqualTo(sweden.of(BLUE));
        assertThat(fold.latest().country("FR").of(BLUE)).isEqualTo(CardStatistics.UNPLAYED);
        assertThat(fold.latest().country("NO")).isSameAs(CountryPopularity.none());
    }

    private void count(DomainEvent... events) {
        for (DomainEvent event : events) {
            fold.apply(recorded(0, START.plus(Duration.ofDays(365)), event));
        }
    }

    private Statistics cut() {
        fold.cut(fold.latest().version() + 1, Map.of(0, 1L), START);
        return fold.latest();
    }
}
