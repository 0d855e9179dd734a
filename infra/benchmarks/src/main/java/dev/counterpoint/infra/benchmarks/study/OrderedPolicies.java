package dev.counterpoint.infra.benchmarks.study;

import dev.counterpoint.domain.feature.FeatureMatrix;
import dev.counterpoint.domain.feature.FeatureSet;
import dev.counterpoint.domain.home.DrawingPolicy;
import dev.counterpoint.domain.home.EpsilonGreedy;
import dev.counterpoint.domain.home.PlackettLuce;
import dev.counterpoint.domain.model.Baselines;
import dev.counterpoint.domain.model.Scorer;
import dev.counterpoint.infra.simulator.study.ServingPolicy;
import java.util.List;

/** Policies that a log of the baseline with much exploration can tell apart. They were settled on other seeds than they are compared on. */
final class OrderedPolicies {
    private static final Scorer LINEAR = Baselines.linear();
    private static final Scorer POPULARITY = Baselines.popularity();

    /** Explores more than pages need: what is hardly ever tried cannot be judged. */
    static final ServingPolicy LOGGING = greedy(LINEAR, 0.3, 0.3);

    /** Those that are compared. */
    static final List<ServingPolicy> TEN = List.of(
            greedy(LINEAR, 0.2, 0.2),
            greedy(LINEAR, 0.3, 0.1),
            greedy(LINEAR, 0.5, 0.1),
            greedy(LINEAR, 0.6, 0.3),
            greedy(LINEAR, 0.3, 0.6),
            greedy(LINEAR, 0.3, 1),
            drawn(LINEAR, new PlackettLuce(0.3, 0.3)),
            greedy(Baselines.secondLinear(), 0.6, 0.5),
            greedy(new Blend(LINEAR, POPULARITY, 0.1), 0.8, 0.7),
            greedy(POPULARITY, 0.8, 0.85));

    private OrderedPolicies() {}

    private static ServingPolicy greedy(Scorer scorer, double epsilon, double eta) {
        return drawn(scorer, new EpsilonGreedy(epsilon, eta));
    }

    private static ServingPolicy drawn(Scorer scorer, DrawingPolicy drawing) {
        return new ServingPolicy(scorer.modelId() + ", " + drawing, scorer, drawing);
    }

    /**
     * The mean of two models' scores.
     *
     * @param share of the second, 0 to 1
     */
    record Blend(Scorer first, Scorer second, double share) implements Scorer {
        @Override
        public String modelId() {
            return first.modelId() + " with " + share + " of " + second.modelId();
        }

        @Override
        public FeatureSet featureSet() {
            return first.featureSet();
        }

        @Override
        public float[] score(FeatureMatrix matrix) {
            float[] blended = first.score(matrix);
            float[] other = second.score(matrix);
            for (int pair = 0; pair < blended.length; pair++) {
                blended[pair] = (float) ((1 - share) * blended[pair] + share * other[pair]);
            }
            return blended;
        }
    }
}
