package dev.counterpoint.domain.home;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.home.Page.DrawnList;
import dev.counterpoint.domain.home.Page.PageCard;
import dev.counterpoint.domain.home.Page.PageShelf;
import dev.counterpoint.domain.home.Page.Slot;
import dev.counterpoint.domain.home.Plan.PlannedShelf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A planned shelf with its cards in order: by score, the highest first, ties by id; pinned cards as their editor ordered them. */
final class ScoredShelf {
    /** By value, the highest first; ties by key. */
    static final Comparator<ScoredShelf> BEST_FIRST =
            Comparator.comparingDouble((ScoredShelf shelf) -> -shelf.value).thenComparing(shelf -> shelf.key);

    private static final double[] LOG2 = discounts();

    private final PlannedShelf planned;
    private final String key;
    private final int[] order;
    private final double[] scores;
    private final int columns;
    private final double value;

    /**
     * @param scores float[pairs of the plan]
     * @param from where the scores of this shelf begin
     */
    ScoredShelf(PlannedShelf planned, float[] scores, int from, Grid grid) {
        this.planned = planned;
        this.key = planned.proposal().shelf().toString();
        this.order = order(planned, scores, from);
        this.scores = new double[order.length];
        this.columns = Math.min(order.length, Math.min(planned.proposal().maxCards(), grid.columns()));
        for (int rank = 0; rank < order.length; rank++) {
            this.scores[rank] = scores[from + order[rank]];
        }
        double sum = 0;
        for (int column = 0; column < columns; column++) {
            sum += this.scores[column] / LOG2[column];
        }
        this.value = sum;
    }

    ShelfProposal proposal() {
        return planned.proposal();
    }

    String key() {
        return key;
    }

    /** How many cards are shown. */
    int columns() {
        return columns;
    }

    /** Σ score_(j) / log2(j + 1) over the shown columns j from 1: what the best content of this shelf is worth. */
    double value() {
        return value;
    }

    /** double[cards] by rank. */
    double[] scores() {
        return scores;
    }

    /** @throws IllegalArgumentException if the card is not planned for this shelf */
    int rankOf(CardId card) {
        for (int rank = 0; rank < order.length; rank++) {
            if (cardAt(rank).equals(card)) {
                return rank;
            }
        }
        throw new IllegalArgumentException("card " + card + " is not planned for shelf " + key);
    }

    PageShelf shown(int row, Slot slot, ListDraw draw, boolean drawn) {
        List<PageCard> cards = new ArrayList<>(draw.slots());
        for (int column = 0; column < draw.slots(); column++) {
            int rank = draw.ranks()[column];
            cards.add(new PageCard(cardAt(rank), column, (float) scores[rank], draw.slot(column, drawn)));
        }
        return new PageShelf(proposal().shelf(), row, slot, list(), cards);
    }

    /** @param byRow kept, to be filled */
    Placements.ShelfPlacement placed(double[] byRow, DrawingPolicy policy) {
        double[][] byRank = policy.marginals(scores, columns);
        Placements.CardPlacement[] cards = new Placements.CardPlacement[order.length];
        for (int rank = 0; rank < order.length; rank++) {
            cards[order[rank]] = new Placements.CardPlacement(cardAt(rank), byRank[rank]);
        }
        return new Placements.ShelfPlacement(proposal().shelf(), byRow, List.of(cards));
    }

    private DrawnList list() {
        List<String> names = new ArrayList<>(order.length);
        for (int rank = 0; rank < order.length; rank++) {
            names.add(cardAt(rank).value());
        }
        return new DrawnList(order.length, Digest.ofSequence(names));
    }

    private CardId cardAt(int rank) {
        return planned.cards().get(order[rank]).card();
    }

    /** Sorts by insertion: lists are short, and nothing is boxed. */
    private static int[] order(PlannedShelf planned, float[] scores, int from) {
        List<Proposal> cards = planned.cards();
        int[] order = new int[cards.size()];
        for (int next = 0; next < order.length; next++) {
            int place = next;
            if (!planned.proposal().hasPinnedCards()) {
                for (; place > 0 && isBefore(next, order[place - 1], cards, scores, from); place--) {
                    order[place] = order[place - 1];
                }
            }
            order[place] = next;
        }
        return order;
    }

    private static boolean isBefore(int card, int other, List<Proposal> cards, float[] scores, int from) {
        float score = scores[from + card];
        float otherScore = scores[from + other];
        return score != otherScore
                ? score > otherScore
                : cards.get(card).card().compareTo(cards.get(other).card()) < 0;
    }

    private static double[] discounts() {
        double[] log2 = new double[ShelfProposal.MAX_GIVEN];
        for (int column = 0; column < log2.length; column++) {
            log2[column] = StrictMath.log(column + 2) / StrictMath.log(2);
        }
        return log2;
    }
}
