package dev.counterpoint.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.catalog.Catalogs;
import dev.counterpoint.domain.home.Page;
import dev.counterpoint.domain.model.Baselines;
import dev.counterpoint.domain.profile.Streams;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReproductionTest {
    private final Knowledge known = Decisions.known(5, 200);
    private final DecisionRecord decision = Decisions.DECIDING.decide(known, Decisions.asked(5, known));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_decision_that_went_through_its_bytes_is_reproduced_bit_for_bit(long seed) {
        Knowledge then = Decisions.known(seed, 120);
        DecisionRecord logged = DecisionBytes.decode(
                DecisionBytes.encode(Decisions.DECIDING.decide(then, Decisions.asked(seed, then))));

        Reproduction reproduction = Reproduction.of(logged, Decisions.known(seed, 120), Baselines.linear());

        assertThat(reproduction.differences()).isEmpty();
        assertThat(reproduction.identical()).isTrue();
        assertThat(reproduction.digest()).isEqualTo(logged.features());
        assertThat(reproduction.largestScoreDifference()).isZero();
    }

    @Test
    void one_event_more_in_the_profile_is_seen_in_the_features() {
        var play = Streams.aPlayOf(
                Catalogs.aCard("card-1", "tag 3").facts(), decision.servedAt().minus(Duration.ofMinutes(1)));
        Knowledge other = new Knowledge(
                known.profile().apply(Streams.recorded(known.profile().sequence() + 1, decision.servedAt(), play)),
                known.catalog(),
                known.statistics(),
                known.embeddings());

        assertThat(differencesWith(other)).contains("features");
    }

    @Test
    void a_card_that_was_changed_since_is_seen_in_the_features() {
        Knowledge other = new Knowledge(
                known.profile(),
                Catalogs.after(
                        known.catalog(),
                        List.of(Catalogs.published(Catalogs.aCard(
                                decision.page()
                                        .shelves()
                                        .get(0)
                                        .cards()
                                        .get(0)
                                        .card()
                                        .value(),
                                "tag 3",
                                "tag 1")))),
                known.statistics(),
                known.embeddings());

        assertThat(differencesWith(other)).contains("features");
    }

    @Test
    void another_model_gives_other_scores_and_the_logged_page() {
        Reproduction reproduction = Reproduction.of(decision, known, Baselines.popularity());

        assertThat(reproduction.differences())
                .extracting(Reproduction.Difference::what)
                .containsExactly("scores");
        assertThat(reproduction.largestScoreDifference()).isPositive();
    }

    @Test
    void a_slot_that_was_tampered_with_is_named() {
        Page.PageShelf first = decision.page().shelves().get(0);
        Page.PageCard card = first.cards().get(0);
        Page.Slot slot = card.slot();
        Page.Slot changed = new Page.Slot(
                slot.list(),
                slot.rank(),
                slot.drawn(),
                Math.nextUp(slot.propensity()),
                slot.logPrefix(),
                slot.marginalPropensity());
        List<Page.PageCard> cards = new java.util.ArrayList<>(first.cards());
        cards.set(0, new Page.PageCard(card.card(), card.column(), card.score(), changed));
        List<Page.PageShelf> shelves = new java.util.ArrayList<>(decision.page().shelves());
        shelves.set(0, new Page.PageShelf(first.shelf(), first.row(), first.slot(), first.lists(), cards));

        assertThat(differencesOf(withPage(
                        new Page(decision.page().chance(), decision.page().lists(), shelves))))
                .containsExactly("row 0, column 0");
    }

    @Test
    void a_row_that_is_missing_is_named() {
        List<Page.PageShelf> shelves = decision.page().shelves();
        Page shorter =
                new Page(decision.page().chance(), decision.page().lists(), shelves.subList(0, shelves.size() - 1));

        assertThat(differencesOf(withPage(shorter))).containsExactly("page");
    }

    private List<String> differencesWith(Knowledge other) {
        return Reproduction.of(decision, other, Baselines.linear()).differences().stream()
                .map(Reproduction.Difference::what)
                .toList();
    }

    private List<String> differencesOf(DecisionRecord changed) {
        return Reproduction.of(changed, known, Baselines.linear()).differences().stream()
                .map(Reproduction.Difference::what)
                .toList();
    }

    private DecisionRecord withPage(Page page) {
        return new DecisionRecord(
                decision.listener(),
                decision.servedAt(),
                decision.request(),
                decision.versions(),
                decision.treatment(),
                decision.seed(),
                decision.proposals(),
                decision.blocked(),
                decision.late(),
                decision.calibration(),
                decision.scores(),
                decision.features(),
                page,
                decision.captions());
    }
}
