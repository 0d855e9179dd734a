package dev.counterpoint.training.evaluation;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.decision.DecisionRecord;
import dev.counterpoint.domain.home.DrawingPolicy;
import dev.counterpoint.domain.home.HomeInputs;
import dev.counterpoint.domain.home.HomePolicy;
import dev.counterpoint.domain.home.Page;
import dev.counterpoint.domain.home.Page.PageCard;
import dev.counterpoint.domain.home.Page.PageShelf;
import dev.counterpoint.domain.home.Plan;
import dev.counterpoint.domain.home.Plan.PlannedShelf;
import dev.counterpoint.domain.home.Proposal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What another policy thinks of a page that was served: the same plan, its own scores and its own draw.
 *
 * @param scores float[pairs of the plan]
 */
public record OtherPolicy(float[] scores, DrawingPolicy drawing) {

    /** The reward that is credited to a slot, rows and columns from 0. */
    @FunctionalInterface
    public interface Rewards {
        double at(int row, int column);
    }

    /** Weighs the slots that were left to chance, without a model of rewards. */
    public WeighedPage weigh(DecisionRecord decision, Plan plan, Rewards rewards) {
        return weigh(decision, plan, rewards, null);
    }

    /**
     * Weighs the slots that were left to chance.
     *
     * @param examination with the scores a model of rewards: seen times score. Null for none; none is used either for a page with slots that
     *     were not left to chance, which a model of whole pages would count
     */
    public WeighedPage weigh(DecisionRecord decision, Plan plan, Rewards rewards, @Nullable Examination examination) {
        HomeInputs own = decision.inputs().drawnBy(drawing);
        Page thought = HomePolicy.probabilitiesOf(decision.page(), plan, own, scores);
        int columns = decision.request().grid().columns();
        List<Slot> slots = new ArrayList<>();
        int cards = 0;
        for (int row = 0; row < thought.shelves().size(); row++) {
            PageShelf logged = decision.page().shelves().get(row);
            PageShelf weighed = thought.shelves().get(row);
            cards += logged.cards().size();
            for (int column = 0; column < logged.cards().size(); column++) {
                PageCard card = logged.cards().get(column);
                if (logged.slot().drawn() || card.slot().drawn()) {
                    PageCard its = weighed.cards().get(column);
                    slots.add(new Slot(
                            row,
                            column,
                            weighed.gridPropensity(its) / logged.gridPropensity(card),
                            rewards.at(row, column),
                            its.score()));
                }
            }
        }
        Examination model = slots.size() == cards ? examination : null;
        return new WeighedPage(
                decision.listener(),
                slots.stream()
                        .mapToInt(slot -> slot.row * columns + slot.column)
                        .toArray(),
                slots.stream().mapToDouble(Slot::weight).toArray(),
                slots.stream().mapToDouble(Slot::reward).toArray(),
                slots.stream()
                        .mapToDouble(slot -> model == null ? 0 : predicted(model, slot))
                        .toArray(),
                model == null ? 0 : direct(model, plan, own));
    }

    private static double predicted(Examination examination, Slot slot) {
        return examination.seen(slot.row, slot.column) * slot.score;
    }

    /** Over all pages of the plan under this policy. */
    private double direct(Examination examination, Plan plan, HomeInputs own) {
        Map<CardId, Float> byCard = new HashMap<>();
        int pair = 0;
        for (PlannedShelf shelf : plan.shelves()) {
            for (Proposal proposal : shelf.cards()) {
                byCard.put(proposal.card(), scores[pair++]);
            }
        }
        return HomePolicy.placements(plan, own, scores)
                .expectation((shelf, card, row, column) ->
                        examination.seen(row, column) * Objects.requireNonNull(byCard.get(card)));
    }

    private record Slot(int row, int column, double weight, double reward, double score) {}
}
