package dev.counterpoint.domain.home;

import static dev.counterpoint.domain.home.Worlds.by;
import static dev.counterpoint.domain.home.Worlds.ids;
import static dev.counterpoint.domain.home.Worlds.ownShelf;
import static dev.counterpoint.domain.home.Worlds.shelf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.ShelfId;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.home.Plan.PlannedShelf;
import java.util.ArrayList;
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
            Plan plan = plan(seed, shelf("a", "x", "a1", "a2", "a3"), Worlds.pinnedCards("b", 0, "y", "x", "z"));
            assertThat(ids(plan.shelves().get(1).cards())).containsExactly("y", "x", "z");
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
    void cardsThatAClientGave_allStay_howeverManyOfACreator_andHoweverFew() {
        List<Proposal> many =
                IntStream.range(0, 200).mapToObj(i -> by("m", "c" + i)).toList();

        assertThat(plan(1, given(many)).pairs()).isEqualTo(200);
        assertThat(plan(1, given(many.subList(0, 1))).pairs()).isEqualTo(1);
    }

    private static ShelfProposal given(List<Proposal> cards) {
        return new ShelfProposal(
                ShelfKey.of(ShelfId.GIVEN), SourceKind.GIVEN, "given", false, null, cards.size(), cards);
    }

    @Test
    void whatEditorsPinned_isKeptWhoeverMadeIt_andCounts() {
        ShelfProposal editors = shelf(
                "z",
                SourceKind.PINNED,
                0,
                List.of(by("m", "z1"), by("m", "z2"), by("m", "z3"), by("m", "z4"), by("m", "z5")));
        ShelfProposal other = shelf(
                "a",
                SourceKind.TAG,
                null,
                List.of(by("n", "a1"), by("m", "a2"), by("m", "a3"), by("m", "a4"), by("o", "a5"), by("p", "a6")));

        Plan plan = plan(1, other, editors);

        assertThat(ids(plan.shelves().get(0).cards())).containsExactly("a1", "a5", "a6");
        assertThat(ids(plan.shelves().get(1).cards())).containsExactly("z1", "z2", "z3", "z4", "z5");
    }

    @Test
    void editorsShelf_showsEvenOneCard() {
        Plan plan = plan(1, shelf("a", "x", "a1", "a2", "a3"), Worlds.pinnedCards("b", 0, "x"));

        assertThat(ids(plan.shelves().get(0).cards())).containsExactly("a1", "a2", "a3");
        assertThat(ids(plan.shelves().get(1).cards())).containsExactly("x");
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
    void refusedCard_takesItsTurn() {
        // In round 2 b2 is refused, for a2 was the third of m; were b to try b3 at once, it would take a3's place in n.
        ShelfProposal a =
                shelf("a", SourceKind.TAG, null, List.of(by("m", "a1"), by("m", "a2"), by("n", "a3"), by("o", "a4")));
        ShelfProposal b = shelf(
                "b",
                SourceKind.TAG,
                null,
                List.of(by("m", "b1"), by("m", "b2"), by("n", "b3"), by("p", "b4"), by("q", "b5")));
        ShelfProposal c =
                shelf("c", SourceKind.TAG, null, List.of(by("n", "c1"), by("n", "c2"), by("r", "c3"), by("s", "c4")));

        Plan plan = plan(1, a, b, c);

        assertThat(ids(plan.shelves().get(0).cards())).containsExactly("a1", "a2", "a3", "a4");
        assertThat(ids(plan.shelves().get(1).cards())).containsExactly("b1", "b4", "b5");
        assertThat(ids(plan.shelves().get(2).cards())).containsExactly("c1", "c2", "c3", "c4");
    }

    @Test
    void cardOfSeveralCreators_countsForEachOfThemOnce() {
        Proposal duet = new Proposal(new CardId("duet"), List.of("m", "n", "m"), List.of());
        ShelfProposal a = shelf(
                "a", SourceKind.TAG, null, List.of(duet, by("m", "a1"), by("m", "a2"), by("m", "a3"), by("n", "a4")));

        assertThat(ids(plan(1, a).shelves().get(0).cards())).containsExactly("duet", "a1", "a2", "a4");
    }

    @Test
    void shelfAboutACreator_takesNoRoomFromOthers() {
        List<Proposal> three = List.of(by("m", "a1"), by("m", "a2"), by("m", "a3"));
        ShelfProposal about = new ShelfProposal(ShelfKey.parse("a"), SourceKind.BECAUSE, "m", true, null, 10, three);
        ShelfProposal other =
                shelf("b", SourceKind.TAG, null, List.of(by("m", "b1"), by("m", "b2"), by("m", "b3"), by("m", "b4")));

        assertThat(ids(plan(1, about, other).shelves().get(1).cards())).containsExactly("b1", "b2", "b3");
    }

    @Test
    void handedOnCards_goToTheNextByKeyAndRoundTheEnd() {
        for (int seed = 0; seed < 50; seed++) {
            Plan plan =
                    plan(seed, shelf("a", "x", "a1", "a2", "a3"), shelf("b", "b1", "b2", "b3"), shelf("c", "x", "c1"));
            assertThat(ids(plan.shelves().get(0).cards())).containsExactly("x", "a1", "a2", "a3");
        }
    }

    @Test
    void shelves_leaveOneAfterTheOther_soThatOneMayLiveOnTheOthersCards() {
        Plan plan = plan(1, shelf("a", "x", "y"), shelf("b", "x", "y", "b1"));

        assertThat(plan.shelves()).hasSize(1);
        assertThat(ids(plan.shelves().get(0).cards())).containsExactly("x", "y", "b1");
    }

    @Test
    void blockedCards_neverAppear() {
        HomeInputs inputs = new HomeInputs(
                List.of(shelf("a", "a1", "a2", "a3", "a4")),
                Set.of(new CardId("a2"), new CardId("of-no-shelf")),
                new Greedy(),
                new Grid(8, 10));

        assertThat(inputs.blocked()).containsExactly(new CardId("a2"));
        assertThat(ids(HomePolicy.plan(inputs, 1).shelves().get(0).cards())).containsExactly("a1", "a3", "a4");
    }

    @Test
    void lists_haveAtMost50Cards() {
        assertThat(plan(1, ownShelf("a", 60)).shelves().get(0).cards()).hasSize(50);
    }

    @Test
    void beyond20Shelves_theLastProposedHandOnTheirCards() {
        List<ShelfProposal> shelves = new ArrayList<>();
        shelves.add(shelf("b-first", "x", "w1", "w2", "w3"));
        IntStream.range(0, 19).forEach(i -> shelves.add(ownShelf("s" + (char) ('a' + i), 4)));
        shelves.add(shelf("a-last", "x", "y1", "y2", "y3"));
        shelves.add(Worlds.pinnedRow("t", 0, "t1", "t2", "t3"));

        Plan plan = plan(1, shelves.toArray(ShelfProposal[]::new));

        assertThat(plan.shelves()).hasSize(20);
        assertThat(plan.shelves())
                .extracting(s -> s.proposal().shelf().toString())
                .contains("b-first", "sa", "sr", "t")
                .doesNotContain("a-last", "ss");
        assertThat(ids(plan.shelves().get(0).cards())).containsExactly("x", "w1", "w2", "w3");
    }

    @Test
    void shelfPinnedBelowThePage_isNotProposed() {
        HomeInputs inputs = Worlds.inputs(
                new Greedy(), 2, 10, Worlds.pinnedRow("a", 2, "x", "a1", "a2", "a3"), shelf("b", "x", "b1", "b2"));

        for (int seed = 0; seed < 20; seed++) {
            Plan plan = HomePolicy.plan(inputs, seed);
            assertThat(plan.shelves()).hasSize(1);
            assertThat(ids(plan.shelves().get(0).cards())).containsExactly("x", "b1", "b2");
        }
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
