package dev.counterpoint.domain.home;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.Medium;
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
    private final DividedList columns;
    private final double value;

    /**
     * @param scores float[pairs of the plan]
     * @param from where the scores of this shelf begin
     */
    ScoredShelf(PlannedShelf planned, float[] scores, int from, HomeInputs inputs) {
        this.planned = planned;
        this.key = planned.proposal().shelf().toString();
        this.order = order(planned, scores, from);
        this.scores = new double[order.length];
        for (int rank = 0; rank < order.length; rank++) {
            this.scores[rank] = scores[from + order[rank]];
        }
        this.columns = columns(inputs);
        double[] best = columns.best();
        double sum = 0;
        for (int column = 0; column < best.length; column++) {
            sum += best[column] / LOG2[column];
        }
        this.value = sum;
    }

    /** What editors set and clients gave is not divided. */
    private DividedList columns(HomeInputs inputs) {
        ShelfProposal proposal = planned.proposal();
        int slots = Math.min(
                order.length, Math.min(proposal.maxCards(), inputs.grid().columns()));
        boolean isWhole = proposal.hasPinnedCards() || proposal.isGiven();
        List<Medium> media = new ArrayList<>(order.length);
        for (int rank = 0; rank < order.length; rank++) {
            media.add(planned.cards().get(order[rank]).medium());
        }
        return new DividedList(
                scores, media, Division.of(media, List.of(), slots, isWhole ? null : inputs.calibration()));
    }

    ShelfProposal proposal() {
        return planned.proposal();
    }

    String key() {
        return key;
    }

    Medium medium() {
        return planned.medium();
    }

    /** Its cards as they are drawn. */
    DividedList columns() {
        return columns;
    }

    /** Σ score_(j) / log2(j + 1) over the shown columns j from 1, each with the best card that its list has left: what the content is worth. */
    double value() {
        return value;
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

    PageShelf shown(int row, Slot slot, DividedList.Filled filled, boolean drawn) {
        List<PageCard> cards = new ArrayList<>(filled.slots());
        for (int column = 0; column < filled.slots(); column++) {
            int rank = filled.item(column);
            cards.add(new PageCard(cardAt(rank), column, (float) scores[rank], filled.slot(column, drawn)));
        }
        return new PageShelf(
                proposal().shelf(),
                row,
                slot,
                columns.lists(rank -> cardAt(rank).value()),
                cards);
    }

    /** @param byRow kept, to be filled */
    Placements.ShelfPlacement placed(double[] byRow, DrawingPolicy policy) {
        double[][] byRank = columns.marginals(policy);
        Placements.CardPlacement[] cards = new Placements.CardPlacement[order.length];
        for (int rank = 0; rank < order.length; rank++) {
            cards[order[rank]] = new Placements.CardPlacement(cardAt(rank), byRank[rank]);
        }
        return new Placements.ShelfPlacement(proposal().shelf(), byRow, List.of(cards));
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
