package dev.counterpoint.training.run;

import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.decision.DecisionRecord;
import dev.counterpoint.domain.home.Arm;
import dev.counterpoint.domain.home.DrawingPolicy;
import dev.counterpoint.domain.home.EpsilonGreedy;
import dev.counterpoint.domain.home.Page.PageCard;
import dev.counterpoint.domain.home.Page.PageShelf;
import dev.counterpoint.domain.model.Baselines;
import dev.counterpoint.domain.model.Scorer;
import dev.counterpoint.training.evaluation.ComparedPolicies;
import dev.counterpoint.training.evaluation.Comparison;
import dev.counterpoint.training.evaluation.OtherPolicy;
import dev.counterpoint.training.evaluation.PageLog;
import dev.counterpoint.training.evaluation.PageSlices;
import dev.counterpoint.training.evaluation.WeighedPage;
import dev.counterpoint.training.offpolicy.HonestyGate;
import dev.counterpoint.training.replay.ReplayedPage;
import dev.counterpoint.training.replay.Window;
import dev.counterpoint.training.row.Reward;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;

/**
 * Judges policies by the pages of a window: what was served by what it earned, models by how they would have ordered the pages of the
 * model arm. Each page is rebuilt first, and must have the features that it was decided with.
 */
final class Judging {
    static final String POPULARITY = "popularity";
    /** The scores of the serving policy, drawn without chance: what it costs to explore is by how much it is better. */
    static final String UNEXPLORED = "served, without exploration";

    private static final EpsilonGreedy WITHOUT_CHANCE = new EpsilonGreedy(0, 0);
    private static final int REPLICATES = 500;
    private static final double CONFIDENCE = 0.95;

    private final Learning learning;
    private final Window window;
    private final Reward main;
    private final PageLog.Settings settings;
    private final Map<String, Scorer> policies = new LinkedHashMap<>();
    private final RewardTables tables;

    /**
     * @param main the reward that slices are judged by
     * @param models by their names
     */
    Judging(Learning learning, Window window, Reward main, long seed, List<Scorer> models) {
        this.learning = learning;
        this.window = window;
        this.main = main;
        this.settings = new PageLog.Settings(REPLICATES, CONFIDENCE, seed);
        this.tables = new RewardTables(learning.replay().parts());
        models.forEach(model -> policies.put(model.modelId(), model));
        policies.put(POPULARITY, Baselines.popularity());
    }

    /** @throws IllegalStateException if a page does not rebuild */
    Comparison judge(DoubleConsumer progress) {
        double all = tables.fitted() + learning.replay().parts();
        tables.fit(part -> {
            RewardTables.Fold fold = fold(part);
            progress.accept((part + 1) / all);
            return fold;
        });
        ComparedPolicies compared = new ComparedPolicies(settings, learning.arms());
        new InParts(learning.threads())
                .run(
                        learning.replay().parts(),
                        this::compared,
                        compared::merge,
                        share -> progress.accept(
                                (tables.fitted() + share * learning.replay().parts()) / all));
        return compared.comparison(window.from(), window.to(), HonestyGate.STANDARD);
    }

    private RewardTables.Fold fold(int part) {
        RewardTables.Fold fold = new RewardTables.Fold();
        learning.replay().part(part, window, page -> {
            if (armOf(page.decision()) == Arm.MODEL) {
                RebuiltPage rebuilt = RebuiltPage.of(page, learning.set());
                scores(page.decision(), rebuilt)
                        .forEach((policy, scores) -> addTo(fold, page, rebuilt, policy, scores));
            }
        });
        return fold;
    }

    private static void addTo(
            RewardTables.Fold fold, ReplayedPage page, RebuiltPage rebuilt, String policy, float[] scores) {
        for (PageShelf shelf : page.decision().page().shelves()) {
            for (PageCard card : shelf.cards()) {
                boolean isSeen = page.outcome().isSeen(shelf.row(), card.column());
                float score = scores[rebuilt.plan().pairOf(shelf.shelf(), card.card())];
                for (Reward reward : Reward.values()) {
                    fold.add(
                            policy,
                            reward,
                            shelf.row(),
                            card.column(),
                            isSeen,
                            score,
                            page.outcome().earned(reward, shelf.row(), card.column()));
                }
            }
        }
    }

    private ComparedPolicies compared(int part) {
        ComparedPolicies compared = new ComparedPolicies(settings, learning.arms());
        RewardTables.Models models = tables.forPart(part);
        learning.replay().part(part, window, page -> compare(page, models, compared));
        return compared;
    }

    private void compare(ReplayedPage page, RewardTables.Models models, ComparedPolicies compared) {
        DecisionRecord decision = page.decision();
        RebuiltPage rebuilt = RebuiltPage.of(page, learning.set());
        OtherPolicy.Weights itself = new OtherPolicy(
                        decision.scores().toArray(), decision.treatment().policy())
                .weigh(page.id(), decision, rebuilt.plan());
        Arm arm = armOf(decision);
        for (Reward reward : Reward.values()) {
            WeighedPage served = itself.earning(rewards(page, reward));
            if (reward == main) {
                compared.audit(served);
            }
            compared.addServed(ComparedPolicies.nameOf(arm), reward.written(), served);
            if (arm == Arm.MODEL) {
                compared.addServed(ComparedPolicies.nameOf(decision.versions().model()), reward.written(), served);
            }
        }
        if (arm == Arm.MODEL) {
            List<String> slices = PageSlices.of(page.known().profile(), decision.servedAt());
            scores(decision, rebuilt).forEach((policy, scores) -> {
                OtherPolicy.Weights weights =
                        new OtherPolicy(scores, drawingOf(policy)).weigh(page.id(), decision, rebuilt.plan());
                compare(page, policy, weights, models, slices, compared);
            });
        }
    }

    private void compare(
            ReplayedPage page,
            String policy,
            OtherPolicy.Weights weights,
            RewardTables.Models models,
            List<String> slices,
            ComparedPolicies compared) {
        for (Reward reward : Reward.values()) {
            WeighedPage whole = weights.earning(rewards(page, reward), models.of(policy, reward));
            compared.addOther(policy, reward.written(), Comparison.ALL, whole);
            if (reward == main) {
                slices.forEach(slice -> compared.addOther(policy, reward.written(), slice, whole));
                for (CardKind kind : CardKind.values()) {
                    compared.addOther(
                            policy,
                            reward.written(),
                            "kind=" + kind.written(),
                            weights.earning(
                                    rewards(page, reward),
                                    card -> page.known()
                                            .catalog()
                                            .card(card)
                                            .filter(shown -> shown.kind() == kind)
                                            .isPresent()));
                }
            }
        }
    }

    private static OtherPolicy.Rewards rewards(ReplayedPage page, Reward reward) {
        return (row, column) -> page.outcome().earned(reward, row, column);
    }

    /** By policy: float[pairs of the plan]. */
    private Map<String, float[]> scores(DecisionRecord decision, RebuiltPage rebuilt) {
        Map<String, float[]> scores = new LinkedHashMap<>();
        policies.forEach((name, scorer) -> scores.put(name, scorer.score(rebuilt.of(scorer.featureSet()))));
        scores.put(UNEXPLORED, decision.scores().toArray());
        return scores;
    }

    private DrawingPolicy drawingOf(String policy) {
        return policy.equals(UNEXPLORED) ? WITHOUT_CHANCE : learning.drawing();
    }

    private static Arm armOf(DecisionRecord decision) {
        return decision.treatment().arm() == null
                ? Arm.MODEL
                : decision.treatment().arm();
    }
}
