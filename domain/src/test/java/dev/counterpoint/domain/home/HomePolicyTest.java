package dev.counterpoint.domain.home;

import static dev.counterpoint.domain.home.Worlds.inputs;
import static dev.counterpoint.domain.home.Worlds.ownShelf;
import static dev.counterpoint.domain.home.Worlds.shelf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.home.Page.PageCard;
import dev.counterpoint.domain.home.Page.PageShelf;
import dev.counterpoint.domain.random.SeededRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HomePolicyTest {
    private static final DrawingPolicy GREEDY = new Greedy();

    @Test
    void greedyPage_ordersShelvesByValueAndCardsByScore() {
        HomeInputs inputs = inputs(
                GREEDY, 2, 2, shelf("a", "a1", "a2", "a3"), shelf("b", "b1", "b2", "b3"), shelf("c", "c1", "c2", "c3"));
        float[] scores = {.1f, .2f, .3f, .9f, .1f, .8f, .5f, .5f, .5f};

        Page page = HomePolicy.decide(inputs, scores, 1);

        assertThat(written(page)).containsExactly("b: b1 b3", "c: c1 c2");
    }

    @Test
    void shelfValue_countsShownColumnsDiscountedByPosition() {
        // One great card against three good ones: with one column the first is worth more, with three the second.
        ShelfProposal peak = shelf("peak", "p1", "p2", "p3");
        ShelfProposal broad = shelf("broad", "b1", "b2", "b3");
        float[] scores = {.6f, .6f, .6f, .8f, 0f, 0f};

        assertThat(written(HomePolicy.decide(inputs(GREEDY, 1, 1, peak, broad), scores, 1)))
                .containsExactly("peak: p1");
        assertThat(written(HomePolicy.decide(inputs(GREEDY, 1, 3, peak, broad), scores, 1)))
                .containsExactly("broad: b1 b2 b3");
    }

    @Test
    void pinnedRows_areFixedAndCertain_andTheOthersFillTheRest() {
        HomeInputs inputs = inputs(
                new EpsilonGreedy(0.5, 0.5),
                4,
                3,
                ownShelf("a", 3),
                ownShelf("b", 3),
                ownShelf("c", 3),
                Worlds.pinnedRow("d", 1, "d1", "d2", "d3"),
                Worlds.pinnedCards("e", 3, "e3", "e1", "e2"));

        for (int seed = 0; seed < 50; seed++) {
            Page page = HomePolicy.decide(inputs, new float[15], seed);
            assertThat(page.shelves()).hasSize(4);
            assertThat(page.shelves().get(1).shelf()).hasToString("d");
            assertThat(page.shelves().get(1).slot()).isEqualTo(Page.Slot.pinned(0));
            assertThat(written(page).get(3)).isEqualTo("e: e3 e1 e2");
            assertThat(page.shelves().get(3).cards())
                    .allMatch(card -> card.slot().marginalPropensity() == 1);
            assertThat(page.shelves()).extracting(PageShelf::row).containsExactly(0, 1, 2, 3);
        }
    }

    /** Three shelves of four cards: over 200,000 pages each place of the grid is filled as often as the product of its two marginals says. */
    @Test
    void grid_isFilledAsOftenAsTheMarginalsSay() {
        EpsilonGreedy policy = new EpsilonGreedy(0.2, 0.05);
        HomeInputs inputs = inputs(policy, 2, 3, ownShelf("a", 4), ownShelf("b", 4), ownShelf("c", 4));
        float[] scores = {.9f, .8f, .7f, .6f, .5f, .4f, .3f, .2f, .15f, .1f, .05f, .01f};
        int pages = 200_000;
        Map<String, Integer> filled = new HashMap<>();
        Map<String, Double> stated = new HashMap<>();
        for (int seed = 0; seed < pages; seed++) {
            for (PageShelf shelf : HomePolicy.decide(inputs, scores, seed).shelves()) {
                for (PageCard card : shelf.cards()) {
                    String place = shelf.row() + "/" + card.column() + " " + card.card();
                    filled.merge(place, 1, Integer::sum);
                    stated.put(place, shelf.gridPropensity(card));
                }
            }
        }

        assertThat(filled).hasSize(2 * 3 * 12);
        filled.forEach((place, count) -> {
            double p = stated.getOrDefault(place, 0.0);
            assertThat(count.doubleValue()).as(place).isCloseTo(pages * p, within(5 * Math.sqrt(pages * p * (1 - p))));
        });
        assertThat(stated.values().stream().mapToDouble(Double::doubleValue).sum())
                .isCloseTo(6, within(1e-9));
    }

    @Test
    void decide_withScoresThatDoNotFit_isRefused() {
        HomeInputs inputs = inputs(GREEDY, 1, 1, ownShelf("a", 3));

        assertThatIllegalArgumentException().isThrownBy(() -> HomePolicy.decide(inputs, new float[2], 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HomePolicy.decide(inputs, new float[] {1, Float.NaN, 1}, 1));
    }

    @Test
    void noProposals_areAnEmptyPage() {
        assertThat(HomePolicy.decide(inputs(GREEDY, 8, 10), new float[0], 1).shelves())
                .isEmpty();
    }

    @Test
    void pinnedRowsBelowAShortPage_followTheLastFilledRow() {
        HomeInputs inputs = inputs(
                GREEDY,
                10,
                3,
                ownShelf("a", 3),
                Worlds.pinnedRow("b", 7, "b1", "b2", "b3"),
                Worlds.pinnedRow("c", 7, "c1", "c2", "c3"));

        assertThat(written(HomePolicy.decide(inputs, new float[9], 1)))
                .containsExactly("a: a-0 a-1 a-2", "b: b1 b2 b3", "c: c1 c2 c3");
    }

    @Test
    void ties_areOrderedById() {
        HomeInputs inputs = inputs(GREEDY, 2, 3, shelf("b", "x3", "x1", "x2"), shelf("a", "y2", "y3", "y1"));

        assertThat(written(HomePolicy.decide(inputs, new float[6], 1))).containsExactly("a: y1 y2 y3", "b: x1 x2 x3");
    }

    @Test
    void maxCards_limitsWhatIsShown_notWhatIsDrawnFrom() {
        ShelfProposal few = new ShelfProposal(
                ShelfKey.parse("a"), SourceKind.TAG, "a", false, null, 2, Worlds.proposals("a1", "a2", "a3", "a4"));

        PageShelf shown = HomePolicy.decide(inputs(new EpsilonGreedy(0.05, 0.02), 1, 10, few), new float[4], 1)
                .shelves()
                .get(0);

        assertThat(shown.cards()).hasSize(2);
        assertThat(shown.lists().get(0).length()).isEqualTo(4);
        assertThat(shown.lists().get(0).digest()).isEqualTo(Digest.ofSequence(List.of("a1", "a2", "a3", "a4")));
    }

    @Test
    void page_tellsItsListsAndTheChanceOfItsPlan() {
        HomeInputs inputs = inputs(new EpsilonGreedy(0.05, 0.02), 2, 2, ownShelf("a", 4), ownShelf("b", 5));
        float[] scores = {0, 0, 0, 0, 1, 1, 1, 1, 1};

        Page page = HomePolicy.decide(inputs, scores, 7);

        assertThat(page.chance()).isEqualTo(SeededRandom.seedOf(7, "plan"));
        assertThat(page.lists()).containsExactly(new Page.DrawnList(2, Digest.ofSequence(List.of("b", "a"))));
    }

    @Test
    void pageWithoutChance_saysSo() {
        Page page = HomePolicy.decide(inputs(GREEDY, 2, 2, ownShelf("a", 4), ownShelf("b", 4)), new float[8], 7);

        assertThat(page.logPropensity()).isZero();
        assertThat(page.shelves())
                .allMatch(shelf -> !shelf.slot().drawn())
                .allMatch(shelf ->
                        shelf.cards().stream().noneMatch(card -> card.slot().drawn()));
    }

    @Test
    void listsAreDrawnIndependently_soAnotherShelfChangesNoOrderOfCards() {
        EpsilonGreedy policy = new EpsilonGreedy(0.5, 0.2);
        for (int seed = 0; seed < 100; seed++) {
            Page alone = HomePolicy.decide(inputs(policy, 1, 4, ownShelf("a", 8)), new float[8], seed);
            Page beside =
                    HomePolicy.decide(inputs(policy, 2, 4, ownShelf("a", 8), ownShelf("b", 8)), new float[16], seed);
            assertThat(beside.shelves())
                    .filteredOn(shelf -> shelf.shelf().toString().equals("a"))
                    .extracting(PageShelf::cards)
                    .containsExactly(alone.shelves().get(0).cards());
        }
    }

    /** What is promised for ever: this page, which another implementation, in another language, draws of the same seed. */
    @Test
    void decidedPage_isTheSameForEver() {
        HomeInputs inputs = inputs(
                new EpsilonGreedy(0.3, 0.1),
                2,
                3,
                shelf("a", "x", "a1", "a2", "a3", "a4"),
                shelf("b", "b1", "x", "b2", "b3"),
                shelf("c", "c1", "c2", "x", "c3"));
        float[] scores = {.9f, .8f, .7f, .6f, .5f, .4f, .3f, .2f, .15f, .1f, .05f};

        Page page = HomePolicy.decide(inputs, scores, 2026);

        assertThat(written(page)).containsExactly("a: a4 a1 a2", "c: c1 c2 c3");
        assertThat(page.logPropensity()).isCloseTo(-5.540665703012771, within(1e-14));
        assertThat(Double.doubleToLongBits(page.logPropensity())).isEqualTo(-4605447783428519703L);
    }

    private static List<String> written(Page page) {
        return page.shelves().stream()
                .map(shelf -> shelf.shelf() + ": "
                        + shelf.cards().stream()
                                .map(card -> card.card().value())
                                .collect(Collectors.joining(" ")))
                .toList();
    }
}
