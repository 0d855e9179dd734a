package dev.counterpoint.training.row;

import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.decision.DecisionRecord;
import dev.counterpoint.domain.decision.Knowledge;
import dev.counterpoint.domain.feature.FeatureMatrix;
import dev.counterpoint.domain.feature.FeatureSet;
import dev.counterpoint.domain.home.HomePolicy;
import dev.counterpoint.domain.home.Page.PageCard;
import dev.counterpoint.domain.home.Page.PageShelf;
import dev.counterpoint.domain.home.Plan;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The rows of a page: its seen slots, with the features that the model had before it when it decided. */
public final class ShownSlots {
    private ShownSlots() {}

    /**
     * Gives the rows of a page to {@code sink}, rows of the page first, then columns. Slots that were not left to chance are none: they
     * say what an editor or a failure chose, not what a model did.
     *
     * @param known what the decision cites
     */
    public static void of(
            DecisionRecord decision,
            Knowledge known,
            PageOutcome outcome,
            FeatureSet set,
            Consumer<? super ShownSlot> sink) {
        List<PageShelf> seen = decision.page().shelves().stream()
                .filter(shelf -> shelf.cards().stream().anyMatch(card -> isRow(shelf, card, outcome)))
                .toList();
        if (seen.isEmpty()) {
            return;
        }
        Plan plan = seenOf(HomePolicy.plan(decision.inputs(), decision.seed()), seen);
        FeatureMatrix matrix = FeatureMatrix.of(
                set,
                known.featuresOf(plan, decision.servedAt(), decision.request().contextAt(decision.servedAt())));
        for (PageShelf shelf : seen) {
            for (PageCard card : shelf.cards()) {
                if (isRow(shelf, card, outcome)) {
                    sink.accept(new ShownSlot(
                            decision.listener(),
                            decision.servedAt(),
                            shelf.row(),
                            card.column(),
                            rowOf(matrix, plan.pairOf(shelf.shelf(), card.card())),
                            shelf.lists().get(card.slot().list()).length(),
                            card.slot().marginalPropensity(),
                            outcome));
                }
            }
        }
    }

    private static boolean isRow(PageShelf shelf, PageCard card, PageOutcome outcome) {
        return card.slot().drawn() && outcome.isSeen(shelf.row(), card.column());
    }

    private static float[] rowOf(FeatureMatrix matrix, int pair) {
        float[] features = new float[matrix.columns()];
        matrix.values().get(pair * matrix.columns(), features);
        return features;
    }

    /** The part of a plan that was seen: whole shelves, since a card's rank on its shelf is a feature. */
    private static Plan seenOf(Plan whole, List<PageShelf> seen) {
        Set<ShelfKey> keys = seen.stream().map(PageShelf::shelf).collect(Collectors.toSet());
        return new Plan(
                whole.chance(),
                whole.shelves().stream()
                        .filter(planned -> keys.contains(planned.proposal().shelf()))
                        .toList());
    }
}
