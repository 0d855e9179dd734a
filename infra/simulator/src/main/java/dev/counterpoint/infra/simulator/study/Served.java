package dev.counterpoint.infra.simulator.study;

import dev.counterpoint.domain.decision.DecisionRecord;
import dev.counterpoint.domain.decision.Knowledge;
import dev.counterpoint.domain.feature.FeatureMatrix;
import dev.counterpoint.domain.home.HomePolicy;
import dev.counterpoint.domain.home.Plan;
import dev.counterpoint.domain.model.Scorer;

/** A decided page with what was known when it was decided. */
public record Served(DecisionRecord decision, Knowledge known) {

    /** The plan that the page was drawn from. */
    public Plan plan() {
        return HomePolicy.plan(decision.inputs(), decision.seed());
    }

    /**
     * What another model thinks of the plan.
     *
     * @return float[pairs of the plan]
     */
    public float[] scoresOf(Scorer scorer, Plan plan) {
        return scorer.score(FeatureMatrix.of(
                scorer.featureSet(),
                known.featuresOf(plan, decision.servedAt(), decision.request().contextAt(decision.servedAt()))));
    }
}
