package dev.counterpoint.domain.home;

import static dev.counterpoint.domain.home.Worlds.inputs;
import static dev.counterpoint.domain.home.Worlds.ownShelf;
import static dev.counterpoint.domain.home.Worlds.shelf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.home.Page.PageCard;
import dev.counterpoint.domain.home.Page.PageShelf;
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
                Worlds.pinnedCards("e", 9, "e3", "e1", "e2"));

        for (int seed = 0; seed < 50; seed++) {
            Page page = HomePolicy.decide(inputs, new float[15], seed);
            assertThat(page.shelves()).hasSize(4);
            assertThat(page.shelves().get(1).shelf()).hasToString("d");
            assertThat(page.shelves().get(1).slot()).isEqualTo(Page.Slot.fixed(0));
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
                    stated.put(
                            place,
                            shelf.slot().marginalPropensity() * card.slot().marginalPropensity());
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
    void arms_haveTheirSharesForGood() {
        Map<Arm, Long> shares = java.util.stream.IntStream.range(0, 100_000)
                .mapToObj(i -> Arm.of(StreamId.ofListener("listener-" + i)))
                .collect(Collectors.groupingBy(arm -> arm, Collectors.counting()));

        // Binomial(100,000, .01 and .005): five standard deviations.
        assertThat(shares.get(Arm.POPULARITY)).isBetween(843L, 1_157L);
        assertThat(shares.get(Arm.UNIFORM)).isBetween(389L, 611L);
        assertThat(Arm.of(StreamId.ofListener("x"))).isEqualTo(Arm.of(StreamId.ofListener("x")));
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
