package dev.counterpoint.training.evaluation;

import dev.counterpoint.domain.decision.DecisionRecord;
import dev.counterpoint.domain.home.DrawingPolicy;
import dev.counterpoint.domain.home.HomeInputs;
import dev.counterpoint.domain.home.HomePolicy;
import dev.counterpoint.domain.home.Page;
import dev.counterpoint.domain.home.Page.PageCard;
import dev.counterpoint.domain.home.Page.PageShelf;
import dev.counterpoint.domain.home.Plan;
import java.util.ArrayList;
import java.util.List;

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

    /** Weighs the slots that were left to chance. */
    public WeighedPage weigh(DecisionRecord decision, Plan plan, Rewards rewards) {
        HomeInputs own = new HomeInputs(
                decision.proposals(),
                decision.blocked(),
                drawing,
                decision.request().grid());
        Page thought = HomePolicy.probabilitiesOf(decision.page(), plan, own, scores);
        int columns = decision.request().grid().columns();
        List<Slot> slots = new ArrayList<>();
        for (int row = 0; row < thought.shelves().size(); row++) {
            PageShelf logged = decision.page().shelves().get(row);
            PageShelf weighed = thought.shelves().get(row);
            for (int column = 0; column < logged.cards().size(); column++) {
                PageCard card = logged.cards().get(column);
                if (logged.slot().drawn() || card.slot().drawn()) {
                    double weight = weighed.gridPropensity(weighed.cards().get(column)) / logged.gridPropensity(card);
                    slots.add(new Slot(row * columns + column, weight, rewards.at(row, column)));
                }
            }
        }
        return new WeighedPage(
                decision.listener(),
                slots.stream().mapToInt(Slot::place).toArray(),
                slots.stream().mapToDouble(Slot::weight).toArray(),
                slots.stream().mapToDouble(Slot::reward).toArray(),
                new double[slots.size()],
                0);
    }

    private record Slot(int place, double weight, double reward) {}
}
