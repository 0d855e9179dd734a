package dev.counterpoint.query.home;

import static dev.counterpoint.query.SmallPlatform.listener;
import static dev.counterpoint.query.SmallPlatform.record;
import static dev.counterpoint.query.SmallPlatform.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.Rule;
import dev.counterpoint.domain.catalog.RuleId;
import dev.counterpoint.domain.decision.DecisionId;
import dev.counterpoint.domain.decision.DecisionRecord;
import dev.counterpoint.domain.decision.PageRequest;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.home.Arm;
import dev.counterpoint.domain.home.Exploration;
import dev.counterpoint.domain.home.Grid;
import dev.counterpoint.domain.home.Page.PageCard;
import dev.counterpoint.domain.home.Page.PageShelf;
import dev.counterpoint.domain.home.Page.Slot;
import dev.counterpoint.domain.listener.Tier;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import dev.counterpoint.query.SmallPlatform;
import dev.counterpoint.query.decision.LoggedDecision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HomePagesTest {
    private final SmallPlatform platform = new SmallPlatform();
    private final StreamId ann = inArm(Arm.MODEL, "ann");

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void two_thousand_pages_of_200_listeners_are_reproduced_after_the_world_has_moved_on() {
        List<LoggedDecision> served = new ArrayList<>();
        for (int round = 0; round < 10; round++) {
            for (int i = 0; i < 200; i++) {
                StreamId listener = listener("listener-" + i);
                platform.playSome(listener, i % 4);
                served.add(platform.pages.serve(listener, request(null)).logged());
            }
            platform.moveOn();
        }

        assertThat(served).hasSize(2_000).allSatisfy(logged -> {
            DecisionRecord decision = record(logged);
            assertThat(shown(decision)).doesNotHaveDuplicates().isNotEmpty();
            assertThat(platform.decisions.reproduce(logged.id()).differences()).isEmpty();
        });
        assertThat(served.stream()
                        .map(logged -> record(logged).versions().catalog())
                        .distinct())
                .hasSize(10);
    }

    @Test
    void a_rule_keeps_cards_from_pages_with_and_without_personalization_and_is_named_in_the_record() {
        platform.register(ann, true);
        platform.playSome(ann, 10);
        platform.rule(new Rule(new RuleId("genre"), "genre-3", false, List.of("SE"), List.of()));
        platform.rule(new Rule(new RuleId("elsewhere"), "genre-4", false, List.of("DE"), List.of()));

        DecisionRecord personal = platform.page(ann);
        platform.register(ann, false);
        DecisionRecord impersonal = platform.page(ann);

        for (DecisionRecord page : List.of(personal, impersonal)) {
            assertThat(page.blocked()).isNotEmpty();
            assertThat(page.blocked().values()).containsOnly("rule genre");
            assertThat(page.blocked().keySet()).allMatch(card -> numberOf(card) % 7 == 3);
            assertThat(page.page().shelves())
                    .flatExtracting(PageShelf::cards)
                    .isNotEmpty()
                    .noneMatch(card -> numberOf(card.card()) % 7 == 3)
                    .anyMatch(card -> numberOf(card.card()) % 7 == 4);
        }
    }

    private static int numberOf(CardId card) {
        return Integer.parseInt(card.value().substring("card-".length()));
    }

    @Test
    void what_was_recorded_before_is_in_the_page() {
        platform.play(ann, 3);
        assertThat(platform.page(ann).versions().profileSequence()).isZero();
        platform.play(ann, 4);

        DecisionRecord page = platform.page(ann);

        assertThat(page.versions().profileSequence()).isEqualTo(1);
        assertThat(page.proposals())
                .anySatisfy(shelf -> assertThat(shelf.shelf().toString()).isEqualTo("because:card-4"));
    }

    @Test
    void ten_plays_of_a_new_tag_are_seen_on_at_least_95_of_100_pages() {
        platform.playSome(ann, 100);
        platform.clock.advance(Duration.ofDays(3));
        platform.moveOn();
        IntStream.range(0, 10).forEach(i -> platform.play(ann, SmallPlatform.FIRST_FADO + 5 * i));

        long showing = IntStream.range(0, 100)
                .mapToObj(i -> record(platform.pages
                        .serve(ann, new PageRequest("phone", new Grid(8, 10), 60, "request-" + i))
                        .logged()))
                .filter(page -> page.page().shelves().stream()
                        .anyMatch(row -> row.shelf().toString().equals("tag:fado")))
                .count();

        assertThat(showing).isGreaterThanOrEqualTo(95);
    }

    @Test
    void a_request_id_gets_the_same_page_for_a_day_and_only_with_the_same_parameters() {
        platform.play(ann, 3);
        LoggedDecision first = platform.pages.serve(ann, request("r1")).logged();
        platform.play(ann, 4);
        platform.moveOn();

        assertThat(platform.pages.serve(ann, request("r1")).logged().id()).isEqualTo(first.id());
        assertThat(platform.pages.serve(ann, request("r2")).logged().id()).isNotEqualTo(first.id());
        assertThat(platform.pages.serve(listener("bob"), request("r1")).logged().id())
                .isNotEqualTo(first.id());
        PageRequest other = new PageRequest("phone", new Grid(5, 7), 60, "r1");
        assertThatThrownBy(() -> platform.pages.serve(ann, other))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("r1");
        platform.clock.advance(Duration.ofHours(25));
        assertThat(platform.pages.serve(ann, request("r1")).logged().id()).isNotEqualTo(first.id());
    }

    @Test
    void calls_of_one_request_id_at_the_same_moment_get_one_page() {
        StreamId eve = listener("eve");

        List<CompletableFuture<String>> calls = IntStream.range(0, 8)
                .mapToObj(any -> CompletableFuture.supplyAsync(
                        () -> platform.pages
                                .serve(eve, request("at-once"))
                                .logged()
                                .id()
                                .value(),
                        task -> new Thread(task).start()))
                .toList();

        assertThat(calls.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    }

    @Test
    void somebody_unknown_gets_a_page_of_sequence_minus_one() {
        DecisionRecord page = platform.page(listener("nobody"));

        assertThat(page.versions().profileSequence()).isEqualTo(-1);
        assertThat(shown(page)).isNotEmpty();
    }

    @Test
    void without_personalization_the_page_is_certain_and_outside_the_arms() {
        platform.register(ann, false);
        platform.playSome(ann, 10);

        DecisionRecord page = platform.page(ann);

        assertThat(page.treatment().arm()).isNull();
        assertThat(page.treatment().degraded()).isEmpty();
        assertThat(page.versions().profileSequence()).isEqualTo(-1);
        assertThat(slots(page)).isNotEmpty().allMatch(slot -> !slot.drawn() && slot.propensity() == 1);
    }

    @Test
    void a_profile_that_cannot_be_read_gives_a_degraded_page_that_says_so() {
        platform.playSome(ann, 10);
        platform.history.setReachable(false);
        LoggedDecision logged = platform.pages.serve(ann, request(null)).logged();
        platform.history.setReachable(true);

        DecisionRecord page = record(logged);
        assertThat(page.treatment().degraded()).containsExactly("profile-unavailable");
        assertThat(page.treatment().arm()).isNull();
        assertThat(slots(page)).isNotEmpty().allMatch(slot -> slot.propensity() == 1);
        assertThat(platform.decisions.reproduce(logged.id()).identical()).isTrue();
    }

    @Test
    void arms_get_their_policies() {
        DecisionRecord popularity = platform.page(inArm(Arm.POPULARITY, "p"));
        DecisionRecord uniform = platform.page(inArm(Arm.UNIFORM, "u"));

        assertThat(popularity.versions().model()).isEqualTo("baseline-popularity-2");
        assertThat(popularity.treatment().policy())
                .isEqualTo(platform.page(ann).treatment().policy());
        PageShelf row = uniform.page().shelves().get(0);
        double chance = 1.0 / row.lists().get(0).length();
        assertThat(row.cards().get(0).slot().marginalPropensity()).isEqualTo(chance);
    }

    @Test
    void tiers_get_their_policies_and_what_each_spends_is_counted() {
        platform.register(ann, Tier.PREMIUM, true);
        platform.playSome(ann, 10);

        LoggedDecision logged = platform.pages.serve(ann, request(null)).logged();
        DecisionRecord page = record(logged);

        assertThat(page.treatment().policy()).isEqualTo(SmallPlatform.POLICIES.get(Tier.PREMIUM));
        assertThat(platform.decisions.reproduce(logged.id()).identical()).isTrue();
        ExplorationSpent spent = platform.spent;
        Exploration ofPage = Exploration.of(page.page());
        assertThat(spent.slots(Tier.PREMIUM)).isEqualTo(ofPage.slots()).isPositive();
        assertThat(spent.explored(Tier.PREMIUM)).isEqualTo(ofPage.explored());
        assertThat(spent.slots(Tier.FREE)).isZero();
    }

    @Test
    void a_record_is_found_by_its_id_only_and_told_apart_when_it_is_gone() {
        LoggedDecision logged = platform.pages.serve(ann, request(null)).logged();

        assertThat(platform.decisions.find(logged.id())).isEqualTo(logged);
        assertThatThrownBy(() -> platform.decisions.find(new DecisionId("invented")))
                .hasMessageContaining("no decision invented");
        DecisionId neverWritten = platform.ids.idOf(99, 0, 0, platform.clock.now());
        assertThatThrownBy(() -> platform.decisions.find(neverWritten)).hasMessageContaining("was ever served");
        platform.clock.advance(SmallPlatform.RETENTION.plusDays(1));
        assertThatThrownBy(() -> platform.decisions.find(neverWritten)).hasMessageContaining("past retention");
    }

    /** A listener whom the hash puts into an arm. */
    private static StreamId inArm(Arm arm, String name) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> listener(name + "-" + i))
                .filter(listener -> Arm.of(listener, Arm.Shares.STANDARD) == arm)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> shown(DecisionRecord decision) {
        return decision.page().shelves().stream()
                .flatMap(shelf -> shelf.cards().stream())
                .map(PageCard::card)
                .map(Object::toString)
                .toList();
    }

    private static List<Slot> slots(DecisionRecord decision) {
        return decision.page().shelves().stream()
                .flatMap(shelf -> Stream.concat(
                        Stream.of(shelf.slot()), shelf.cards().stream().map(PageCard::slot)))
                .toList();
    }
}
