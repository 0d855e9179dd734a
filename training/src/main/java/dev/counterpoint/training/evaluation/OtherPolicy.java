package dev.counterpoint.training.evaluation;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.decision.DecisionId;
import dev.counterpoint.domain.decision.DecisionRecord;
import dev.counterpoint.domain.home.DrawingPolicy;
import dev.counterpoint.domain.home.HomeInputs;
import dev.counterpoint.domain.home.HomePolicy;
import dev.counterpoint.domain.home.Page;
import dev.counterpoint.domain.home.Page.PageCard;
import dev.counterpoint.domain.home.Page.PageShelf;
import dev.counterpoint.domain.home.Placements;
import dev.counterpoint.domain.home.Plan;
import dev.counterpoint.domain.home.Plan.PlannedShelf;
import dev.counterpoint.domain.home.Proposal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
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

    /** How it weighs the slots that were left to chance, whatever reward is looked at. */
    public Weights weigh(DecisionId id, DecisionRecord decision, Plan plan) {
        HomeInputs own = decision.inputs().drawnBy(drawing);
        Page thought = HomePolicy.probabilitiesOf(decision.page(), plan, own, scores);
        List<Slot> slots = new ArrayList<>();
        int cards = 0;
        for (int row = 0; row < thought.shelves().size(); row++) {
            PageShelf logged = decision.page().shelves().get(row);
            PageShelf weighed = thought.shelves().get(row);
            cards += logged.cards().size();
            for (int column = 0; column < logged.cards().size(); column++) {
                PageCard card = logged.cards().get(column);
                if (logged.slot().drawn() || card.slot().drawn()) {
                    slots.add(Slot.of(logged, card, weighed, weighed.cards().get(column)));
                }
            }
        }
        return new Weights(this, id, decision, plan, own, slots, slots.size() == cards);
    }

    /** One that was left to chance. */
    private record Slot(
            int row, int column, CardId card, double marginal, double inShelf, double overRows, double score) {
        static Slot of(PageShelf logged, PageCard card, PageShelf weighed, PageCard its) {
            double shelf = weighed.slot().marginalPropensity() / logged.slot().marginalPropensity();
            double own = its.slot().marginalPropensity() / card.slot().marginalPropensity();
            return new Slot(
                    logged.row(),
                    card.column(),
                    card.card(),
                    weighed.gridPropensity(its) / logged.gridPropensity(card),
                    shelf * Math.exp(its.slot().logPrefix() - card.slot().logPrefix()),
                    own * Math.exp(weighed.slot().logPrefix() - logged.slot().logPrefix()),
                    its.score());
        }
    }

    /** The weights of one page, for any reward. */
    public static final class Weights {
        private final OtherPolicy policy;
        private final DecisionId id;
        private final DecisionRecord decision;
        private final Plan plan;
        private final HomeInputs own;
        private final List<Slot> slots;
        private final boolean isWhole;
        private @Nullable Placements placements;
        private final Map<CardId, Float> byCard = new HashMap<>();

        private Weights(
                OtherPolicy policy,
                DecisionId id,
                DecisionRecord decision,
                Plan plan,
                HomeInputs own,
                List<Slot> slots,
                boolean isWhole) {
            this.policy = policy;
            this.id = id;
            this.decision = decision;
            this.plan = plan;
            this.own = own;
            this.slots = slots;
            this.isWhole = isWhole;
        }

        /** With a reward, without a model of it. */
        public WeighedPage earning(Rewards rewards) {
            return page(slots, rewards, slot -> 0, 0);
        }

        /**
         * With a reward.
         *
         * @param model of this reward, by the scores of this policy. Null for none; none is used either for a page with slots that were not left
         *     to chance, which a model of whole pages would count
         */
        public WeighedPage earning(Rewards rewards, RewardTable.@Nullable Fitted model) {
            RewardTable.Fitted used = isWhole ? model : null;
            return page(
                    slots,
                    rewards,
                    slot -> used == null ? 0 : used.seen(slot.row, slot.column) * used.rate(slot.score),
                    used == null ? 0 : direct(used));
        }

        /** Of the slots alone whose cards pass, without a model. */
        public WeighedPage earning(Rewards rewards, Predicate<CardId> cards) {
            return page(slots.stream().filter(slot -> cards.test(slot.card)).toList(), rewards, slot -> 0, 0);
        }

        private WeighedPage page(List<Slot> those, Rewards rewards, ToDoubleFunction<Slot> predicted, double direct) {
            int columns = decision.request().grid().columns();
            return new WeighedPage(
                    id.value(),
                    decision.listener(),
                    those.stream()
                            .mapToInt(slot -> slot.row * columns + slot.column)
                            .toArray(),
                    columns,
                    those.stream().mapToDouble(Slot::marginal).toArray(),
                    those.stream().mapToDouble(Slot::inShelf).toArray(),
                    those.stream().mapToDouble(Slot::overRows).toArray(),
                    those.stream()
                            .mapToDouble(slot -> rewards.at(slot.row, slot.column))
                            .toArray(),
                    those.stream().mapToDouble(predicted).toArray(),
                    direct);
        }

        /** Over all pages of the plan under this policy. */
        private double direct(RewardTable.Fitted model) {
            double sum = 0;
            for (Placements.ShelfPlacement shelf : placements().shelves()) {
                double[] seen = seenByColumn(shelf, model);
                for (Placements.CardPlacement card : shelf.cards()) {
                    double places = 0;
                    for (int column = 0; column < card.byColumn().length; column++) {
                        places += card.byColumn()[column] * seen[column];
                    }
                    sum += places * model.rate(Objects.requireNonNull(byCard.get(card.card())));
                }
            }
            return sum;
        }

        private double[] seenByColumn(Placements.ShelfPlacement shelf, RewardTable.Fitted model) {
            double[] seen = new double[decision.request().grid().columns()];
            for (int row = 0; row < shelf.byRow().length; row++) {
                for (int column = 0; column < seen.length; column++) {
                    seen[column] += shelf.byRow()[row] * model.seen(row, column);
                }
            }
            return seen;
        }

        private Placements placements() {
            if (placements == null) {
                int pair = 0;
                for (PlannedShelf shelf : plan.shelves()) {
                    for (Proposal proposal : shelf.cards()) {
                        byCard.put(proposal.card(), policy.scores[pair++]);
                    }
                }
                placements = HomePolicy.placements(plan, own, policy.scores);
            }
            return placements;
        }
    }
}
