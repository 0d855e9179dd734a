package dev.counterpoint.training.run;

import dev.counterpoint.domain.decision.DecisionRecord;
import dev.counterpoint.domain.decision.Knowledge;
import dev.counterpoint.domain.feature.FeatureInputs;
import dev.counterpoint.domain.feature.FeatureMatrix;
import dev.counterpoint.domain.feature.FeatureSet;
import dev.counterpoint.domain.feature.HomeFeatures;
import dev.counterpoint.domain.home.Arm;
import dev.counterpoint.domain.home.Digest;
import dev.counterpoint.domain.home.HomePolicy;
import dev.counterpoint.domain.home.Page.PageCard;
import dev.counterpoint.domain.home.Page.PageShelf;
import dev.counterpoint.domain.home.Plan;
import dev.counterpoint.domain.model.Baselines;
import dev.counterpoint.domain.model.PolicyValue;
import dev.counterpoint.domain.model.PolicyValue.Estimated;
import dev.counterpoint.domain.model.PolicyValue.LogOverlap;
import dev.counterpoint.domain.model.Scorer;
import dev.counterpoint.training.evaluation.Estimate;
import dev.counterpoint.training.evaluation.Examination;
import dev.counterpoint.training.evaluation.OffPolicyLog;
import dev.counterpoint.training.evaluation.OtherPolicy;
import dev.counterpoint.training.evaluation.Overlap;
import dev.counterpoint.training.evaluation.OverlapGate;
import dev.counterpoint.training.evaluation.ValueEstimator;
import dev.counterpoint.training.evaluation.WeighedPage;
import dev.counterpoint.training.replay.ReplayedPage;
import dev.counterpoint.training.replay.Window;
import dev.counterpoint.training.row.Reward;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;

/**
 * Judges policies by the pages of a window: what was served by what it earned, models by how they would have ordered the pages of the
 * model arm. Each page is rebuilt first, and must have the features that it was decided with.
 */
final class Judging {
    /** Parts. */
    private static final int EXAMINED = 2;

    private static final int REPLICATES = 200;
    private static final double CONFIDENCE = 0.95;
    private static final String POPULARITY = "popularity";

    private final Learning learning;
    private final Window window;
    private final Reward reward;
    private final long seed;
    private final Map<String, Scorer> policies = new LinkedHashMap<>();
    private final Examination examination = new Examination();

    /** @param models by their names */
    Judging(Learning learning, Window window, Reward reward, long seed, List<Scorer> models) {
        this.learning = learning;
        this.window = window;
        this.reward = reward;
        this.seed = seed;
        models.forEach(model -> policies.put(model.modelId(), model));
        policies.put(POPULARITY, Baselines.popularity());
    }

    /**
     * What came of it.
     *
     * @param arms what was served, by arm
     * @param policies what would have been worth what, by name
     */
    record Judged(List<PolicyValue> arms, Map<String, List<PolicyValue>> policies) {}

    /** @throws IllegalStateException if a page does not rebuild */
    Judged judge(DoubleConsumer progress) {
        examine();
        Map<Arm, OffPolicyLog> arms = new EnumMap<>(Arm.class);
        Map<String, OffPolicyLog> logs = new LinkedHashMap<>();
        policies.keySet().forEach(name -> logs.put(name, new OffPolicyLog()));
        new InParts(learning.threads())
                .run(
                        learning.replay().parts(),
                        this::weighed,
                        pages -> pages.forEach(page -> page.addTo(arms, logs)),
                        progress);
        List<PolicyValue> served = new ArrayList<>();
        arms.forEach((arm, log) -> served.add(onPolicy(arm, log)));
        Map<String, List<PolicyValue>> judged = new LinkedHashMap<>();
        logs.forEach((name, log) -> judged.put(name, offPolicy(name, log)));
        return new Judged(served, judged);
    }

    /** The first parts say enough of which places are seen. */
    private void examine() {
        for (int part = 0; part < Math.min(EXAMINED, learning.replay().parts()); part++) {
            learning.replay().part(part, window, page -> {
                for (PageShelf shelf : page.decision().page().shelves()) {
                    for (PageCard card : shelf.cards()) {
                        examination.add(
                                shelf.row(), card.column(), page.outcome().isSeen(shelf.row(), card.column()));
                    }
                }
            });
        }
    }

    /** @param others as each policy weighs it; empty outside the model arm */
    private record Weighed(Arm arm, WeighedPage served, Map<String, WeighedPage> others) {
        void addTo(Map<Arm, OffPolicyLog> arms, Map<String, OffPolicyLog> logs) {
            arms.computeIfAbsent(arm, any -> new OffPolicyLog()).add(served);
            others.forEach((name, page) -> {
                OffPolicyLog log = logs.get(name);
                if (log != null) {
                    log.add(page);
                }
            });
        }
    }

    private List<Weighed> weighed(int part) {
        List<Weighed> pages = new ArrayList<>();
        learning.replay().part(part, window, page -> pages.add(weighed(page)));
        return pages;
    }

    private Weighed weighed(ReplayedPage page) {
        DecisionRecord decision = page.decision();
        Plan plan = HomePolicy.plan(decision.inputs(), decision.seed());
        Rebuilt rebuilt = rebuilt(decision, page.known(), plan);
        OtherPolicy.Rewards rewards = (row, column) -> page.outcome().earned(reward, row, column);
        OtherPolicy itself = new OtherPolicy(
                decision.scores().toArray(), decision.treatment().policy());
        Arm arm = decision.treatment().arm() == null
                ? Arm.MODEL
                : decision.treatment().arm();
        Map<String, WeighedPage> others = new LinkedHashMap<>();
        if (arm == Arm.MODEL) {
            policies.forEach((name, scorer) -> others.put(
                    name,
                    new OtherPolicy(scorer.score(rebuilt.of(scorer.featureSet())), learning.drawing())
                            .weigh(decision, plan, rewards, examination)));
        }
        return new Weighed(arm, itself.weigh(decision, plan, rewards), others);
    }

    /** A page must have the features that it was decided with, by the set that it cites, where that is one of those known here. */
    private Rebuilt rebuilt(DecisionRecord decision, Knowledge known, Plan plan) {
        Rebuilt rebuilt = new Rebuilt(
                known.featuresOf(plan, decision.servedAt(), decision.request().contextAt(decision.servedAt())));
        String cited = decision.versions().featureSet();
        boolean isSame = Stream.concat(Stream.of(learning.set()), HomeFeatures.all().stream())
                .filter(set -> set.name().equals(cited))
                .findFirst()
                .map(set -> Digest.of(rebuilt.of(set).digest()).equals(decision.features()))
                .orElse(true);
        if (!isSame) {
            throw new IllegalStateException("a page of " + decision.listener() + " served at " + decision.servedAt()
                    + " does not rebuild: its features are not those that it was decided with");
        }
        return rebuilt;
    }

    /** The features of a page, by set: each is computed once, when it is first asked for. */
    private record Rebuilt(FeatureInputs inputs, Map<String, FeatureMatrix> bySet) {
        Rebuilt(FeatureInputs inputs) {
            this(inputs, new HashMap<>());
        }

        FeatureMatrix of(FeatureSet set) {
            return bySet.computeIfAbsent(set.name(), any -> FeatureMatrix.of(set, inputs));
        }
    }

    private PolicyValue onPolicy(Arm arm, OffPolicyLog log) {
        return given("served: " + arm.written(), "on-policy", log, ValueEstimator.IPS, List.of());
    }

    private List<PolicyValue> offPolicy(String name, OffPolicyLog log) {
        List<String> refusals = log.overlap().pages() == 0
                ? List.of("no page of the model arm lies in the window")
                : OverlapGate.STANDARD.reasonsAgainst(log.overlap());
        return List.of(
                given(name, "snips", log, ValueEstimator.SNIPS, refusals),
                given(name, "dr", log, ValueEstimator.DOUBLY_ROBUST, refusals));
    }

    private PolicyValue given(
            String policy, String method, OffPolicyLog log, ValueEstimator estimator, List<String> refusals) {
        Overlap overlap = log.overlap();
        LogOverlap looked = new LogOverlap(
                overlap.listeners(), overlap.pages(), overlap.effectiveListeners(), overlap.largestWeight());
        if (!refusals.isEmpty()) {
            return new PolicyValue(policy, method, null, looked, refusals);
        }
        Estimate estimate = log.estimate(estimator);
        return log.interval(estimator, REPLICATES, CONFIDENCE, seed)
                .map(interval -> new PolicyValue(
                        policy,
                        method,
                        new Estimated(estimate.value(), estimate.standardError(), interval.low(), interval.high()),
                        looked,
                        List.of()))
                .orElseGet(() -> new PolicyValue(
                        policy,
                        method,
                        null,
                        looked,
                        List.of(overlap.listeners() + " listeners are too few, or too much alike, for an interval")));
    }
}
