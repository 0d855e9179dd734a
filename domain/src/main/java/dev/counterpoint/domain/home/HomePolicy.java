package dev.counterpoint.domain.home;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.home.Page.PageCard;
import dev.counterpoint.domain.home.Page.PageShelf;
import dev.counterpoint.domain.home.Page.Slot;
import dev.counterpoint.domain.home.Plan.PlannedShelf;
import dev.counterpoint.domain.random.SeededRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Decides which page is shown, and with which probability each slot was filled: plan first, then order by the scores, then draw. The same
 * inputs, scores and seed give the same page, bit for bit, for ever.
 *
 * @see "McInerney et al. 2018, Explore, Exploit, and Explain: Personalizing Explainable Recommendations with Bandits"
 */
public final class HomePolicy {
    private static final double LN_2 = StrictMath.log(2);

    private HomePolicy() {}

    /** The plan, with the chance of this seed. Its pairs are what must be scored. */
    public static Plan plan(HomeInputs inputs, long seed) {
        return Planning.of(inputs.proposals(), inputs.blocked(), SeededRandom.of(seed, "plan"));
    }

    /**
     * Plans and draws.
     *
     * @param scores float[pairs of the plan], in the plan's order, finite
     * @throws IllegalArgumentException if the scores do not fit the plan
     */
    public static Page decide(HomeInputs inputs, float[] scores, long seed) {
        return draw(plan(inputs, seed), inputs, scores, seed);
    }

    /** Draws from a plan that {@link #plan} made of the same inputs and seed. */
    public static Page draw(Plan plan, HomeInputs inputs, float[] scores, long seed) {
        if (scores.length != plan.pairs()) {
            throw new IllegalArgumentException("the plan has " + plan.pairs() + " pairs, not " + scores.length);
        }
        List<ScoredShelf> shelves = new ArrayList<>();
        int from = 0;
        for (PlannedShelf shelf : plan.shelves()) {
            int to = from + shelf.cards().size();
            shelves.add(ScoredShelf.of(shelf, Arrays.copyOfRange(scores, from, to), inputs.grid()));
            from = to;
        }
        return new Page(rows(shelves, inputs, seed));
    }

    /** Shelves with a fixed row take it, or the last row where the page is shorter; the others are drawn into what is left. */
    private static List<PageShelf> rows(List<ScoredShelf> shelves, HomeInputs inputs, long seed) {
        List<ScoredShelf> fixed = shelves.stream()
                .filter(shelf -> shelf.proposal().hasFixedRow())
                .sorted(Comparator.comparingInt(shelf -> shelf.proposal().fixedRow()))
                .limit(inputs.grid().rows())
                .toList();
        List<ScoredShelf> free = shelves.stream()
                .filter(shelf -> !shelf.proposal().hasFixedRow())
                .sorted(ScoredShelf.BEST_FIRST)
                .toList();
        int slots = Math.min(inputs.grid().rows() - fixed.size(), free.size());
        ListDraw draw = inputs.policy().draw(free.size(), slots, SeededRandom.of(seed, "rows"));
        List<PageShelf> page = new ArrayList<>();
        int nextFixed = 0;
        for (int slot = 0; page.size() < slots + fixed.size(); ) {
            int row = page.size();
            boolean isFixed = nextFixed < fixed.size()
                    && (slot == slots || row >= fixed.get(nextFixed).proposal().fixedRow());
            page.add(
                    isFixed
                            ? fixed.get(nextFixed).shown(row, Slot.fixed(nextFixed++), inputs.policy(), seed)
                            : free.get(draw.ranks()[slot]).shown(row, slotOf(draw, slot++), inputs.policy(), seed));
        }
        return page;
    }

    private static Slot slotOf(ListDraw draw, int slot) {
        return new Slot(draw.ranks()[slot], draw.conditional()[slot], draw.logPrefix()[slot], draw.marginal()[slot]);
    }

    /**
     * A planned shelf with its cards ordered by score, ties by id.
     *
     * @param order int[cards], positions in the planned list, best first
     * @param columns how many cards are shown
     * @param value the sum over the shown columns of the best scores, each divided by log2(column + 1), columns from 1
     */
    private record ScoredShelf(PlannedShelf planned, float[] scores, int[] order, int columns, double value) {
        static final Comparator<ScoredShelf> BEST_FIRST = Comparator.comparingDouble(
                        (ScoredShelf shelf) -> -shelf.value)
                .thenComparing(shelf -> shelf.proposal().shelf());

        static ScoredShelf of(PlannedShelf planned, float[] scores, Grid grid) {
            ShelfProposal proposal = planned.proposal();
            int[] order = proposal.hasFixedCards()
                    ? IntStream.range(0, scores.length).toArray()
                    : bestFirst(planned.cards(), scores);
            int columns = Math.min(scores.length, Math.min(proposal.maxCards(), grid.columns()));
            double value = 0;
            for (int column = 0; column < columns; column++) {
                value += scores[order[column]] * LN_2 / StrictMath.log(column + 2);
            }
            return new ScoredShelf(planned, scores, order, columns, value);
        }

        private static int[] bestFirst(List<Proposal> cards, float[] scores) {
            Comparator<Integer> byScore = Comparator.comparingDouble((Integer card) -> -finite(scores[card]));
            Comparator<Integer> byId = Comparator.comparing((Integer card) -> id(cards, card));
            return IntStream.range(0, scores.length)
                    .boxed()
                    .sorted(byScore.thenComparing(byId))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }

        private static CardId id(List<Proposal> cards, int card) {
            return cards.get(card).card();
        }

        private static float finite(float score) {
            if (!Float.isFinite(score)) {
                throw new IllegalArgumentException("a score is finite, not " + score);
            }
            return score;
        }

        ShelfProposal proposal() {
            return planned.proposal();
        }

        PageShelf shown(int row, Slot slot, DrawingPolicy policy, long seed) {
            DrawingPolicy own = proposal().hasFixedCards() ? new Greedy() : policy;
            ListDraw draw = own.draw(
                    order.length,
                    columns,
                    SeededRandom.of(seed, "cards " + proposal().shelf()));
            List<PageCard> cards = new ArrayList<>(columns);
            for (int column = 0; column < columns; column++) {
                int card = order[draw.ranks()[column]];
                cards.add(new PageCard(id(planned.cards(), card), column, scores[card], slotOf(draw, column)));
            }
            return new PageShelf(proposal().shelf(), row, slot, cards);
        }
    }
}
