package dev.counterpoint.training.row;

import dev.counterpoint.domain.decision.DecisionRecord;
import dev.counterpoint.domain.decision.Knowledge;
import dev.counterpoint.domain.feature.FeatureMatrix;
import dev.counterpoint.domain.feature.FeatureSet;
import dev.counterpoint.domain.home.HomePolicy;
import dev.counterpoint.domain.home.Page.PageCard;
import dev.counterpoint.domain.home.Page.PageShelf;
import dev.counterpoint.domain.home.Plan;
import dev.counterpoint.domain.home.Plan.PlannedShelf;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

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
        SeenPlan plan = SeenPlan.of(HomePolicy.plan(decision.inputs(), decision.seed()), seen);
        FeatureMatrix matrix = FeatureMatrix.of(
                set,
                known.featuresOf(
                        plan.plan(), decision.servedAt(), decision.request().contextAt(decision.servedAt())));
        for (PageShelf shelf : seen) {
            for (PageCard card : shelf.cards()) {
                if (isRow(shelf, card, outcome)) {
                    sink.accept(new ShownSlot(
                            decision.listener(),
                            decision.servedAt(),
                            shelf.row(),
                            card.column(),
                            rowOf(matrix, plan.pairOf(shelf, card)),
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
    private record SeenPlan(Plan plan) {
        static SeenPlan of(Plan whole, List<PageShelf> seen) {
            List<PlannedShelf> shelves = new ArrayList<>();
            for (PlannedShelf planned : whole.shelves()) {
                if (seen.stream()
                        .anyMatch(
                                shelf -> shelf.shelf().equals(planned.proposal().shelf()))) {
                    shelves.add(planned);
                }
            }
            return new SeenPlan(new Plan(whole.chance(), shelves));
        }

        int pairOf(PageShelf shelf, PageCard card) {
            int pair = 0;
            for (PlannedShelf planned : plan.shelves()) {
                if (planned.proposal().shelf().equals(shelf.shelf())) {
                    for (int i = 0; i < planned.cards().size(); i++) {
                        if (planned.cards().get(i).card().equals(card.card())) {
                            return pair + i;
                        }
                    }
                }
                pair += planned.cards().size();
            }
            throw new IllegalArgumentException(
                    "card " + card.card() + " of shelf " + shelf.shelf() + " is not in the plan of its page");
        }
    }
}
