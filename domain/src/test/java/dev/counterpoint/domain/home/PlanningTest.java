package dev.counterpoint.domain.home;

import static dev.counterpoint.domain.home.Worlds.by;
import static dev.counterpoint.domain.home.Worlds.ids;
import static dev.counterpoint.domain.home.Worlds.ownShelf;
import static dev.counterpoint.domain.home.Worlds.shelf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.home.Plan.PlannedShelf;
import dev.counterpoint.domain.random.SeededRandom;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanningTest {

    @Test
    void card_proposedTwice_isOwnedByEitherAlike() {
        int ofA = 0;
        for (int seed = 0; seed < 10_000; seed++) {
            Plan plan = plan(seed, shelf("a", "x", "a1", "a2", "a3"), shelf("b", "x", "b1", "b2", "b3"));
            ofA += ids(plan.shelves().get(0).cards()).contains("x") ? 1 : 0;
            assertThat(plan.pairs()).isEqualTo(7);
        }

        // Binomial(10,000, 1/2): standard deviation 50, five of them.
        assertThat(ofA).isBetween(4_750, 5_250);
    }

    @Test
    void card_proposedByAnEditor_isTheEditors() {
        for (int seed = 0; seed < 100; seed++) {
            Plan plan = plan(seed, shelf("a", "x", "a1", "a2", "a3"), Worlds.pinnedCards("b", 0, "x"));
            assertThat(ids(plan.shelves().get(1).cards())).containsExactly("x");
        }
    }

    @Test
    void creator_hasThreeCardsAtMost_dealtRoundByRound() {
        ShelfProposal a = shelf(
                "a",
                SourceKind.TAG,
                null,
                List.of(by("m", "a1"), by("m", "a2"), by("m", "a3"), by("n", "a4"), by("o", "a5")));
        ShelfProposal b =
                shelf("b", SourceKind.TAG, null, List.of(by("m", "b1"), by("p", "b2"), by("q", "b3"), by("r", "b4")));

        Plan plan = plan(1, a, b);

        assertThat(ids(plan.shelves().get(0).cards())).containsExactly("a1", "a2", "a4", "a5");
        assertThat(ids(plan.shelves().get(1).cards())).containsExactly("b1", "b2", "b3", "b4");
    }

    @Test
    void shelfAboutACreator_isExempt() {
        List<Proposal> cards =
                IntStream.range(0, 6).mapToObj(i -> by("m", "c" + i)).toList();
        ShelfProposal about =
                new ShelfProposal(ShelfKey.parse("because:m"), SourceKind.BECAUSE, "m", true, null, 10, cards);

        assertThat(plan(1, about).pairs()).isEqualTo(6);
    }

    @Test
    void shelfWithFewCards_leavesAndHandsThemOn() {
        Plan plan = plan(3, shelf("a", "x", "y"), shelf("b", "x", "b1", "b2", "b3"), shelf("c", "y", "c1", "c2", "c3"));

        assertThat(plan.shelves())
                .extracting(s -> s.proposal().shelf().toString())
                .containsExactly("b", "c");
        assertThat(ids(plan.shelves().get(0).cards())).containsExactly("x", "b1", "b2", "b3");
        assertThat(ids(plan.shelves().get(1).cards())).containsExactly("y", "c1", "c2", "c3");
    }

    @Test
    void blockedCards_neverAppear() {
        Plan plan =
                Planning.of(List.of(shelf("a", "a1", "a2", "a3", "a4")), Set.of(new CardId("a2")), new SeededRandom(1));

        assertThat(ids(plan.shelves().get(0).cards())).containsExactly("a1", "a3", "a4");
    }

    @Test
    void lists_haveAtMost50CardsAndPages20Shelves() {
        ShelfProposal[] shelves = IntStream.range(0, 25)
                .mapToObj(i -> ownShelf("s" + (char) ('a' + i), 60))
                .toArray(ShelfProposal[]::new);

        Plan plan = plan(1, shelves);

        assertThat(plan.shelves()).hasSize(20).allMatch(shelf -> shelf.cards().size() == 50);
        assertThat(plan.shelves().get(19).proposal().shelf()).hasToString("st");
    }

    @Test
    void nothingProposed_isAnEmptyPlan() {
        assertThat(plan(1).shelves()).isEmpty();
        assertThat(plan(1, shelf("a", "a1", "a2")).shelves()).isEmpty();
    }

    @Test
    void proposals_thatContradictThemselves_areRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> shelf("a", "x", "x"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Worlds.inputs(new Greedy(), 1, 1, shelf("a", "x"), shelf("a", "y")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Grid(21, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Grid(1, 0));
    }

    private static Plan plan(long seed, ShelfProposal... shelves) {
        Plan plan = HomePolicy.plan(Worlds.inputs(new Greedy(), 8, 10, shelves), seed);
        assertThat(plan.shelves())
                .extracting(PlannedShelf::proposal)
                .extracting(ShelfProposal::shelf)
                .isSorted();
        return plan;
    }
}
