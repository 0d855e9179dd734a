package dev.counterpoint.infra.benchmarks.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.Shelf;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.home.EpsilonGreedy;
import dev.counterpoint.domain.home.Grid;
import dev.counterpoint.domain.home.HomeInputs;
import dev.counterpoint.domain.home.HomePolicy;
import dev.counterpoint.domain.home.Plan;
import dev.counterpoint.domain.home.Proposal;
import dev.counterpoint.domain.home.ShelfProposal;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The study leaves out the plan around its only shelf: that changes nothing. */
class CarouselOnPlatformTest {
    private static final EpsilonGreedy DRAWING = new EpsilonGreedy(0.05, 0.02);

    @Test
    void a_list_is_worth_the_same_with_the_plan_of_a_page_around_it() {
        double[] chances =
                IntStream.range(0, 50).mapToDouble(rank -> 1.0 / (rank + 2)).toArray();
        HomeInputs inputs = new HomeInputs(List.of(shelfOf(50)), Set.of(), DRAWING, new Grid(1, 12));
        Plan plan = HomePolicy.plan(inputs, 1);
        float[] scores = new float[50];
        IntStream.range(0, 50).forEach(rank -> scores[rank] = 50 - rank);

        double onPages = HomePolicy.placements(plan, inputs, scores)
                .expectation((shelf, card, row, column) -> chances[Integer.parseInt(card.value())]);

        assertThat(plan.pairs()).isEqualTo(50);
        assertThat(CarouselWorld.expectation(chances, DRAWING.marginals(new double[50], 12)))
                .isCloseTo(onPages, within(1e-12));
    }

    private static ShelfProposal shelfOf(int cards) {
        List<Proposal> proposals = IntStream.range(0, cards)
                .mapToObj(card -> new Proposal(new CardId(Integer.toString(card)), List.of(), List.of()))
                .toList();
        return new ShelfProposal(
                ShelfKey.parse("carousel"), SourceKind.POPULAR, "Playlists", false, null, Shelf.MAX_CARDS, proposals);
    }
}
