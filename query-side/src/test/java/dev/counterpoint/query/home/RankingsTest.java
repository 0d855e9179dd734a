package dev.counterpoint.query.home;

import static dev.counterpoint.query.SmallPlatform.listener;
import static dev.counterpoint.query.SmallPlatform.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.decision.DecisionRecord;
import dev.counterpoint.domain.decision.PageRequest;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.home.Arm;
import dev.counterpoint.domain.home.Greedy;
import dev.counterpoint.domain.home.Grid;
import dev.counterpoint.domain.home.Page.PageCard;
import dev.counterpoint.domain.refusal.Refusal;
import dev.counterpoint.domain.refusal.Refusal.Reason;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import dev.counterpoint.query.SmallPlatform;
import dev.counterpoint.query.decision.LoggedDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RankingsTest {
    private final SmallPlatform platform = new SmallPlatform();
    private final StreamId ann = listener("ann");

    @BeforeEach
    void listen() {
        platform.playSome(ann, 40);
    }

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void up_to_50_cards_are_one_list_that_is_drawn_by_the_policy_of_pages() {
        List<CardId> given = cards(0, 50);

        DecisionRecord ranking = record(rank(given, null));

        assertThat(ranking.treatment()).isEqualTo(platform.page(ann).treatment());
        assertThat(ranking.treatment().arm()).isEqualTo(Arm.MODEL);
        assertThat(order(ranking)).containsExactlyInAnyOrderElementsOf(given);
        assertThat(ranking.page().shelves()).hasSize(1);
        assertThat(ranking.page().shelves().get(0).slot().marginalPropensity()).isEqualTo(1);
        List<PageCard> placed = ranking.page().shelves().get(0).cards();
        assertThat(placed).allSatisfy(card -> {
            assertThat(card.slot().drawn()).isTrue();
            assertThat(card.slot().marginalPropensity()).isBetween(0.02 / 50, 1.0);
        });
        assertThat(placed.get(49).slot().propensity()).isCloseTo(1, within(1e-12));
    }

    @Test
    void cards_score_as_they_do_on_a_shelf_that_says_nothing_of_them() {
        DecisionRecord few = record(rank(cards(0, 20), null));
        DecisionRecord many = record(rank(cards(0, 200), null));

        Map<CardId, Float> scores = scores(many);
        assertThat(scores(few).keySet()).hasSize(20);
        assertThat(few.versions()).isEqualTo(many.versions());
        assertThat(scores(few).get(new CardId("card-0"))).isEqualTo(scores.get(new CardId("card-0")));
    }

    @Test
    void more_than_50_are_ordered_by_their_scores_outside_the_arms() {
        DecisionRecord ranking = record(rank(cards(0, 300), null));

        assertThat(ranking.treatment().arm()).isNull();
        assertThat(ranking.treatment().policy()).isEqualTo(new Greedy());
        List<PageCard> placed = ranking.page().shelves().get(0).cards();
        assertThat(placed).hasSize(300);
        assertThat(placed).extracting(PageCard::score).isSortedAccordingTo((a, b) -> Float.compare(b, a));
        assertThat(placed).allSatisfy(card -> {
            assertThat(card.slot().drawn()).isFalse();
            assertThat(card.slot().propensity()).isEqualTo(1);
            assertThat(card.slot().marginalPropensity()).isEqualTo(1);
        });
        assertThat(placed).extracting(PageCard::score).doesNotHaveDuplicates().hasSizeGreaterThan(1);
    }

    @Test
    void a_ranking_is_reproduced_bit_for_bit() {
        assertThat(platform.decisions.reproduce(rank(cards(0, 30), null).id()).identical())
                .isTrue();
        assertThat(platform.decisions.reproduce(rank(cards(0, 300), null).id()).identical())
                .isTrue();
    }

    @Test
    void retired_cards_are_left_out_and_unknown_ones_refused_all_at_once() {
        CardId retired = retireOne();
        List<CardId> given = new ArrayList<>(cards(0, 300));

        assertThat(order(record(rank(given, null)))).hasSize(299).doesNotContain(retired);
        assertThat(order(record(rank(List.of(retired), null)))).isEmpty();
        given.set(3, new CardId("nowhere"));
        given.set(7, new CardId("elsewhere"));
        assertThatThrownBy(() -> rank(given, null)).isInstanceOfSatisfying(RequestRefusedException.class, refused -> {
            assertThat(refused.refusals()).extracting(Refusal::pointer).containsExactly("/cards/3", "/cards/7");
            assertThat(refused.refusals()).extracting(Refusal::reason).containsOnly(Reason.UNKNOWN_CARD);
        });
        assertThat(platform.decisions.newestOf(ann, null, 10)).hasSize(2);
    }

    @Test
    void a_request_id_gets_the_same_ranking_and_no_other_cards() {
        LoggedDecision first = rank(cards(0, 30), "again");

        assertThat(rank(cards(0, 30), "again")).isEqualTo(first);
        assertThatThrownBy(() -> rank(cards(0, 29), "again"))
                .isInstanceOfSatisfying(
                        RequestRefusedException.class,
                        refused -> assertThat(refused.refusals())
                                .extracting(Refusal::reason)
                                .containsExactly(Reason.REQUEST_ID_REUSED));
        assertThatThrownBy(() -> platform.pages.serve(ann, SmallPlatform.request("again")))
                .isInstanceOf(RequestRefusedException.class);
    }

    @Test
    void without_personalization_the_most_popular_come_first_and_nothing_is_left_to_chance() {
        StreamId bob = listener("bob");
        platform.register(bob, false);
        platform.moveOn();

        DecisionRecord ranking = record(
                platform.rankings.serve(bob, request(40, null), cards(0, 40)).logged());

        assertThat(ranking.versions().model()).isEqualTo("baseline-popularity-2");
        assertThat(ranking.versions().profileSequence()).isEqualTo(-1);
        assertThat(ranking.page().shelves().get(0).cards())
                .allSatisfy(card -> assertThat(card.slot().drawn()).isFalse());
    }

    private CardId retireOne() {
        platform.moveOn();
        return IntStream.range(0, SmallPlatform.CARDS)
                .mapToObj(i -> new CardId("card-" + i))
                .filter(card -> platform.catalog().placeable(card).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private LoggedDecision rank(List<CardId> cards, @Nullable String requestId) {
        return platform.rankings
                .serve(ann, request(cards.size(), requestId), cards)
                .logged();
    }

    private static PageRequest request(int cards, @Nullable String requestId) {
        return new PageRequest("phone", new Grid(1, cards), 60, requestId);
    }

    private static List<CardId> cards(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> new CardId("card-" + i)).toList();
    }

    private static List<CardId> order(DecisionRecord ranking) {
        return ranking.page().shelves().stream()
                .flatMap(list -> list.cards().stream())
                .map(PageCard::card)
                .toList();
    }

    private static Map<CardId, Float> scores(DecisionRecord ranking) {
        return ranking.page().shelves().get(0).cards().stream()
                .collect(Collectors.toMap(PageCard::card, PageCard::score));
    }
}
