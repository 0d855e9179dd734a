package dev.counterpoint.domain.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.counterpoint.domain.catalog.Medium;
import dev.counterpoint.domain.home.Page.PageCard;
import dev.counterpoint.domain.home.Page.PageShelf;
import dev.counterpoint.domain.home.Plan.PlannedShelf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every stated probability, on a world so small that all of its pages can be counted: {@link TinyWorld}. */
@ParameterizedClass
@MethodSource("worlds")
class TinyWorldTest {
    private static final double EXACT = 1e-12;

    private final HomeInputs inputs;
    private final Calibration calibration;
    private final TinyWorld world;

    TinyWorldTest(DrawingPolicy policy, Calibration calibration) {
        this.world = new TinyWorld(policy, calibration);
        this.inputs = world.inputs();
        this.calibration = calibration;
    }

    static List<Arguments> worlds() {
        List<Arguments> worlds = new ArrayList<>();
        for (DrawingPolicy policy : List.of(
                new EpsilonGreedy(TinyWorld.EPSILON, TinyWorld.ETA),
                new PlackettLuce(TinyWorld.TEMPERATURE, TinyWorld.ETA))) {
            worlds.add(Arguments.of(policy, null));
            worlds.add(Arguments.of(policy, new Calibration(.6, .4, 0)));
            worlds.add(Arguments.of(policy, new Calibration(.1, .5, .4)));
        }
        return worlds;
    }

    @Test
    void probabilities_of_all_pages_add_up_to_one() {
        for (Plan plan : world.plans()) {
            assertThat(world.allPages(plan).stream()
                            .mapToDouble(page -> Math.exp(stated(page, plan).logPropensity()))
                            .sum())
                    .isCloseTo(1, within(EXACT));
        }
    }

    @Test
    void conditionals_and_prefixes_equal_the_definition() {
        for (Plan plan : world.plans()) {
            for (Page page : world.allPages(plan)) {
                Page stated = stated(page, plan);
                double conditionals = 1;
                for (PageShelf shelf : stated.shelves()) {
                    conditionals *= shelf.slot().propensity();
                    for (PageCard card : shelf.cards()) {
                        conditionals *= card.slot().propensity();
                    }
                }
                assertThat(conditionals).isCloseTo(world.probability(page, plan), within(EXACT));
                assertThat(Math.exp(stated.logPropensity())).isCloseTo(world.probability(page, plan), within(EXACT));
            }
        }
    }

    @Test
    void marginals_of_rows_and_of_the_grid_equal_the_sum_over_all_pages() {
        for (Plan plan : world.plans()) {
            List<Page> pages = world.allPages(plan);
            Map<String, Double> exact = new HashMap<>();
            for (Page page : pages) {
                places(page).keySet().forEach(place -> exact.merge(place, world.probability(page, plan), Double::sum));
            }

            if (calibration == null) {
                assertThat(exact).hasSize(TinyWorld.ROWS * 3 + TinyWorld.ROWS * TinyWorld.COLUMNS * plan.pairs());
            }
            for (Page page : pages) {
                places(stated(page, plan))
                        .forEach((place, stated) ->
                                assertThat(stated).as(place).isCloseTo(exact.getOrDefault(place, 0.0), within(EXACT)));
            }
            assertPlacementsAre(exact, plan);
        }
    }

    private void assertPlacementsAre(Map<String, Double> exact, Plan plan) {
        Placements placements = HomePolicy.placements(plan, inputs, TinyWorld.scores(plan));
        Map<String, Double> placed = new HashMap<>();
        placements.expectation((shelf, card, row, column) -> {
            placed.put(row + "/" + column + " " + card, 0.0);
            return 0;
        });
        assertThat(placed).hasSize(TinyWorld.ROWS * TinyWorld.COLUMNS * plan.pairs());
        for (String place : placed.keySet()) {
            double stated = placements.expectation(
                    (shelf, card, row, column) -> place.equals(row + "/" + column + " " + card) ? 1 : 0);
            assertThat(stated).as(place).isCloseTo(exact.getOrDefault(place, 0.0), within(EXACT));
        }
    }

    @Test
    void a_drawn_page_states_what_its_probabilities_are() {
        for (int seed = 0; seed < 1_000; seed++) {
            Plan plan = HomePolicy.plan(inputs, seed);
            Page page = HomePolicy.draw(plan, inputs, TinyWorld.scores(plan), seed);
            assertThat(stated(page, plan)).isEqualTo(page);
        }
    }

    /**
     * 200,000 pages of fixed seeds: no card in a place is so rare or so frequent that it would happen by chance once in a million tries of this
     * test. Cells that expect fewer than 5 are taken together.
     */
    @Test
    void pages_are_drawn_as_often_as_is_stated() {
        int pages = 200_000;
        Map<String, Double> expected = new TreeMap<>();
        Map<String, Integer> drawn = new HashMap<>();
        Map<List<List<String>>, Map<String, Double>> byPlan = new HashMap<>();
        for (int seed = 0; seed < pages; seed++) {
            Plan plan = HomePolicy.plan(inputs, seed);
            float[] scores = TinyWorld.scores(plan);
            byPlan.computeIfAbsent(
                            plan.shelves().stream()
                                    .map(shelf -> Worlds.ids(shelf.cards()))
                                    .toList(),
                            any -> placesOf(plan, scores))
                    .forEach((place, p) -> expected.merge(place, p, Double::sum));
            for (PageShelf shelf : HomePolicy.draw(plan, inputs, scores, seed).shelves()) {
                shelf.cards().forEach(card -> drawn.merge(placeOf(shelf, card), 1, Integer::sum));
            }
        }
        assertAsOften(expected, drawn, pages);
    }

    private Map<String, Double> placesOf(Plan plan, float[] scores) {
        Map<String, Double> places = new HashMap<>();
        for (Placements.ShelfPlacement shelf :
                HomePolicy.placements(plan, inputs, scores).shelves()) {
            for (Placements.CardPlacement card : shelf.cards()) {
                for (int row = 0; row < TinyWorld.ROWS; row++) {
                    for (int column = 0; column < TinyWorld.COLUMNS; column++) {
                        double p = shelf.byRow()[row] * card.byColumn()[column];
                        if (p > 0) {
                            places.put(shelf.shelf() + " " + row + "/" + column + " " + card.card(), p);
                        }
                    }
                }
            }
        }
        return places;
    }

    private static String placeOf(PageShelf shelf, PageCard card) {
        return shelf.shelf() + " " + shelf.row() + "/" + card.column() + " " + card.card();
    }

    private static void assertAsOften(Map<String, Double> expected, Map<String, Integer> drawn, int pages) {
        Map<String, Double> cells = new TreeMap<>();
        Map<String, Integer> counts = new HashMap<>();
        expected.forEach((place, times) -> {
            String cell = times < 5 ? "rare" : place;
            cells.merge(cell, times, Double::sum);
            counts.merge(cell, drawn.getOrDefault(place, 0), Integer::sum);
        });
        assertThat(drawn.keySet()).isSubsetOf(expected.keySet());
        cells.forEach((cell, times) -> assertThat(BinomialTail.of(pages, times / pages, counts.getOrDefault(cell, 0)))
                .as("%s expected %s times", cell, times)
                .isGreaterThan(1e-6 / cells.size()));
    }

    @Test
    void a_page_of_another_plan_is_refused() {
        HomeInputs others = Worlds.inputs(new Greedy(), 1, 1, Worlds.ownShelf("z", 4));
        Page other = HomePolicy.decide(others, new float[4], 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> stated(other, world.plans().get(0)))
                .withMessageContaining("shelf z");
    }

    private Page stated(Page page, Plan plan) {
        return HomePolicy.probabilitiesOf(page, plan, inputs, TinyWorld.scores(plan));
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

    @Test
    void calibrated_rows_and_columns_are_of_their_medium() {
        for (Plan plan : calibration == null ? List.<Plan>of() : world.plans()) {
            for (int seed = 0; seed < 50; seed++) {
                Page page = HomePolicy.draw(plan, inputs, TinyWorld.scores(plan), seed);
                List<Medium> rows = world.mediaOfSlots(
                        plan.shelves().stream().map(TinyWorld::mediumOf).toList(), TinyWorld.ROWS);
                for (PageShelf shelf : page.shelves()) {
                    PlannedShelf planned = plan.shelves().stream()
                            .filter(any -> any.proposal().shelf().equals(shelf.shelf()))
                            .findFirst()
                            .orElseThrow();
                    assertThat(TinyWorld.mediumOf(planned)).isEqualTo(rows.get(shelf.row()));
                    List<Medium> columns = world.mediaOfSlots(TinyWorld.mediaOf(planned), TinyWorld.COLUMNS);
                    for (PageCard card : shelf.cards()) {
                        assertThat(planned.cards())
                                .anyMatch(any ->
                                        any.card().equals(card.card()) && any.medium() == columns.get(card.column()));
                    }
                }
            }
        }
    }
}
