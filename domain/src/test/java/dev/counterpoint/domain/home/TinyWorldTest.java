package dev.counterpoint.domain.home;

import static dev.counterpoint.domain.home.Worlds.inputs;
import static dev.counterpoint.domain.home.Worlds.ownShelf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.counterpoint.domain.home.Page.PageCard;
import dev.counterpoint.domain.home.Page.PageShelf;
import dev.counterpoint.domain.home.Page.Slot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Three shelves of four cards, two rows of three columns: every page there is, with its probability from the definition. */
class TinyWorldTest {
    private static final double EXACT = 1e-12;
    private static final double EPSILON = 0.2;
    private static final double ETA = 0.05;
    private static final int ROWS = 2;
    private static final int COLUMNS = 3;
    private static final List<String> SHELVES = List.of("a", "b", "c");
    private static final float[] SCORES = {.9f, .2f, .7f, .1f, .5f, .95f, .3f, .8f, .15f, .1f, .05f, .01f};

    private final HomeInputs inputs = inputs(
            new EpsilonGreedy(EPSILON, ETA), ROWS, COLUMNS, ownShelf("a", 4), ownShelf("b", 4), ownShelf("c", 4));
    private final Plan plan = HomePolicy.plan(inputs, 1);
    private final List<Page> pages = allPages();

    /** From the definition: shelves by value are b, a, c; their cards by score are given here by position. */
    private static final int[] SHELF_ORDER = {1, 0, 2};

    private static final int[][] CARD_ORDER = {{0, 2, 1, 3}, {1, 3, 0, 2}, {0, 1, 2, 3}};

    @Test
    void pageProbabilities_sumToOne() {
        assertThat(pages).hasSize(6 * 24 * 24);
        assertThat(pages.stream()
                        .mapToDouble(page -> Math.exp(stated(page).logPropensity()))
                        .sum())
                .isCloseTo(1, within(EXACT));
    }

    @Test
    void conditionalsAndPrefixes_equalTheDefinition() {
        for (Page page : pages) {
            Page stated = stated(page);
            double conditionals = 1;
            for (PageShelf shelf : stated.shelves()) {
                conditionals *= shelf.slot().propensity();
                for (PageCard card : shelf.cards()) {
                    conditionals *= card.slot().propensity();
                }
            }
            assertThat(conditionals).isCloseTo(probability(page), within(EXACT));
            assertThat(Math.exp(stated.logPropensity())).isCloseTo(probability(page), within(EXACT));
        }
    }

    @Test
    void marginals_ofRowsAndOfTheGrid_equalTheSumOverAllPages() {
        Map<String, Double> exact = new HashMap<>();
        for (Page page : pages) {
            places(page).keySet().forEach(place -> exact.merge(place, probability(page), Double::sum));
        }

        assertThat(exact).hasSize(ROWS * 3 + ROWS * COLUMNS * 12);
        for (Page page : pages) {
            places(stated(page))
                    .forEach((place, stated) ->
                            assertThat(stated).as(place).isCloseTo(exact.getOrDefault(place, 0.0), within(EXACT)));
        }
    }

    @Test
    void drawnPage_statesWhatItsProbabilitiesAre() {
        for (int seed = 0; seed < 1_000; seed++) {
            Page page = HomePolicy.decide(inputs, SCORES, seed);
            assertThat(HomePolicy.probabilitiesOf(page, HomePolicy.plan(inputs, seed), inputs, SCORES))
                    .isEqualTo(page);
        }
    }

    @Test
    void pageOfAnotherPlan_isRefused() {
        Page other = HomePolicy.decide(inputs(new Greedy(), 1, 1, ownShelf("z", 4)), new float[4], 1);

        assertThatIllegalArgumentException().isThrownBy(() -> stated(other)).withMessageContaining("shelf z");
    }

    private Page stated(Page page) {
        return HomePolicy.probabilitiesOf(page, plan, inputs, SCORES);
    }

    private static Map<String, Double> places(Page page) {
        Map<String, Double> places = new HashMap<>();
        for (PageShelf shelf : page.shelves()) {
            places.put(shelf.row() + " " + shelf.shelf(), shelf.slot().marginalPropensity());
            for (PageCard card : shelf.cards()) {
                places.put(shelf.row() + "/" + card.column() + " " + card.card(), shelf.gridPropensity(card));
            }
        }
        return places;
    }

    private List<Page> allPages() {
        List<Page> all = new ArrayList<>();
        for (int[] rows : Worlds.arrangements(3, ROWS)) {
            for (int[] first : Worlds.arrangements(4, COLUMNS)) {
                for (int[] second : Worlds.arrangements(4, COLUMNS)) {
                    all.add(new Page(
                            plan.chance(),
                            new Page.DrawnList(3, Digest.ofSequence(SHELVES)),
                            List.of(shelf(0, rows[0], first), shelf(1, rows[1], second))));
                }
            }
        }
        return all;
    }

    /** A page shelf by position in the plan, its cards by theirs; the probabilities are to be found out. */
    private PageShelf shelf(int row, int shelf, int[] cards) {
        List<PageCard> shown = new ArrayList<>();
        for (int column = 0; column < COLUMNS; column++) {
            Proposal card = plan.shelves().get(shelf).cards().get(cards[column]);
            shown.add(new PageCard(card.card(), column, 0, Slot.pinned(cards[column])));
        }
        ShelfProposal proposal = plan.shelves().get(shelf).proposal();
        return new PageShelf(
                proposal.shelf(), row, Slot.pinned(shelf), new Page.DrawnList(4, Digest.ofSequence(List.of())), shown);
    }

    private static double probability(Page page) {
        double product = ofList(
                SHELF_ORDER, ranks(page.shelves().stream().map(PageShelf::slot).toList()));
        for (PageShelf shelf : page.shelves()) {
            int position = SHELVES.indexOf(shelf.shelf().toString());
            product *= ofList(
                    CARD_ORDER[position],
                    ranks(shelf.cards().stream().map(PageCard::slot).toList()));
        }
        return product;
    }

    private static int[] ranks(List<Slot> slots) {
        return slots.stream().mapToInt(Slot::rank).toArray();
    }

    private static double ofList(int[] order, int[] items) {
        double uniform = ETA;
        double greedy = 1 - ETA;
        for (int slot = 0; slot < items.length; slot++) {
            int[] before = Arrays.copyOf(items, slot);
            int first = Arrays.stream(order)
                    .filter(item -> Arrays.stream(before).noneMatch(taken -> taken == item))
                    .findFirst()
                    .orElseThrow();
            double any = 1.0 / (order.length - slot);
            uniform *= any;
            greedy *= (items[slot] == first ? 1 - EPSILON : 0) + EPSILON * any;
        }
        return uniform + greedy;
    }
}
