package dev.counterpoint.domain.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.home.Page.PageCard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PlanProperties {
    private static final DrawingPolicy POLICY = new EpsilonGreedy(0.05, 0.02);

    @Property(tries = 300)
    void lists_are_disjoint_and_keep_the_limits(@ForAll("proposals") List<ShelfProposal> shelves, @ForAll long seed) {
        Plan plan = HomePolicy.plan(inputs(shelves, 8, 10), seed);

        List<CardId> cards = plan.shelves().stream()
                .flatMap(shelf -> shelf.cards().stream())
                .map(Proposal::card)
                .toList();
        Map<String, Integer> byCreator = new HashMap<>();
        plan.shelves()
                .forEach(shelf -> shelf.cards()
                        .forEach(
                                card -> card.creators().forEach(creator -> byCreator.merge(creator, 1, Integer::sum))));
        assertThat(cards).doesNotHaveDuplicates();
        assertThat(byCreator.values()).allMatch(count -> count <= 3);
        assertThat(plan.shelves())
                .hasSizeLessThanOrEqualTo(20)
                .allMatch(shelf -> shelf.cards().size() >= 3);
    }

    @Property(tries = 300)
    void no_card_stands_twice_on_a_page_and_all_come_from_the_plan(
            @ForAll("proposals") List<ShelfProposal> shelves,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 20) int rows,
            @ForAll @IntRange(min = 1, max = 50) int columns) {
        HomeInputs inputs = inputs(shelves, rows, columns);
        Plan plan = HomePolicy.plan(inputs, seed);

        Page page = HomePolicy.decide(inputs, scores(plan, seed), seed);

        List<CardId> shown = page.shelves().stream()
                .flatMap(shelf -> shelf.cards().stream())
                .map(PageCard::card)
                .toList();
        assertThat(shown).doesNotHaveDuplicates();
        assertThat(page.shelves()).hasSize(Math.min(rows, plan.shelves().size()));
        assertThat(page.shelves()).extracting(Page.PageShelf::shelf).doesNotHaveDuplicates();
        assertThat(page).isEqualTo(HomePolicy.decide(inputs, scores(plan, seed), seed));
    }

    @Property(tries = 200)
    void the_order_in_which_shelves_are_proposed_does_not_matter(
            @ForAll("proposals") List<ShelfProposal> shelves, @ForAll long seed) {
        List<ShelfProposal> shuffled = new ArrayList<>(shelves);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(HomePolicy.plan(inputs(shuffled, 8, 10), seed))
                .isEqualTo(HomePolicy.plan(inputs(shelves, 8, 10), seed));
    }

    @Property(tries = 200)
    void placements_are_the_marginals_of_whatever_is_drawn_and_fill_every_place(
            @ForAll("proposals") List<ShelfProposal> shelves,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 20) int rows,
            @ForAll @IntRange(min = 1, max = 50) int columns) {
        List<ShelfProposal> withEditors = new ArrayList<>(shelves);
        withEditors.add(Worlds.pinnedCards("editors", 2, "p", "q", "r"));
        HomeInputs inputs = inputs(withEditors, rows, columns);
        Plan plan = HomePolicy.plan(inputs, seed);
        float[] scores = scores(plan, seed);
        Page page = HomePolicy.draw(plan, inputs, scores, seed);

        Placements placements = HomePolicy.placements(plan, inputs, scores);

        Map<ShelfKey, Placements.ShelfPlacement> byShelf = new HashMap<>();
        placements.shelves().forEach(shelf -> byShelf.put(shelf.shelf(), shelf));
        for (Page.PageShelf shelf : page.shelves()) {
            Placements.ShelfPlacement placed = byShelf.get(shelf.shelf());
            assertThat(placed.byRow()[shelf.row()]).isCloseTo(shelf.slot().marginalPropensity(), within(1e-12));
            Map<CardId, double[]> byCard = new HashMap<>();
            placed.cards().forEach(card -> byCard.put(card.card(), card.byColumn()));
            for (PageCard card : shelf.cards()) {
                assertThat(byCard.get(card.card())[card.column()])
                        .isCloseTo(card.slot().marginalPropensity(), within(1e-12));
            }
        }
        assertThat(placements.expectation((shelf, card, row, column) -> 1))
                .isCloseTo(expectedLength(placements), within(1e-9));
        for (int row = 0; row < page.shelves().size(); row++) {
            int at = row;
            assertThat(placements.shelves().stream()
                            .mapToDouble(shelf -> shelf.byRow()[at])
                            .sum())
                    .isCloseTo(1, within(1e-12));
        }
    }

    /** Σ over rows of how many columns the shelf there has, on average. */
    private static double expectedLength(Placements placements) {
        return placements.shelves().stream()
                .mapToDouble(shelf -> Arrays.stream(shelf.byRow()).sum()
                        * shelf.cards().get(0).byColumn().length)
                .sum();
    }

    @Provide
    Arbitrary<List<ShelfProposal>> proposals() {
        Arbitrary<List<Proposal>> cards = Arbitraries.integers()
                .between(0, 60)
                .set()
                .ofMaxSize(30)
                .map(ids -> ids.stream().map(PlanProperties::card).toList());
        Arbitrary<Character> keys = Arbitraries.chars().range('a', 'm');
        return Arbitraries.maps(keys, cards)
                .ofMaxSize(12)
                .map(shelves -> shelves.entrySet().stream()
                        .map(shelf -> new ShelfProposal(
                                ShelfKey.parse("shelf:" + shelf.getKey()),
                                SourceKind.TAG,
                                "title",
                                false,
                                null,
                                10,
                                shelf.getValue()))
                        .toList());
    }

    private static Proposal card(int number) {
        return new Proposal(new CardId("card-" + number), List.of("creator-" + number % 17), List.of());
    }

    private static HomeInputs inputs(List<ShelfProposal> shelves, int rows, int columns) {
        return new HomeInputs(shelves, Set.of(), POLICY, new Grid(rows, columns));
    }

    private static float[] scores(Plan plan, long seed) {
        Random random = new Random(seed);
        float[] scores = new float[plan.pairs()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = random.nextFloat();
        }
        return scores;
    }
}
