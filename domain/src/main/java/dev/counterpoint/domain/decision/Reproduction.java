package dev.counterpoint.domain.decision;

import dev.counterpoint.domain.feature.FeatureMatrix;
import dev.counterpoint.domain.home.Digest;
import dev.counterpoint.domain.home.HomeInputs;
import dev.counterpoint.domain.home.HomePolicy;
import dev.counterpoint.domain.home.Page;
import dev.counterpoint.domain.home.Plan;
import dev.counterpoint.domain.model.Scorer;
import java.util.ArrayList;
import java.util.List;

/**
 * What comes of deciding a page again from what was known then.
 *
 * @param digest of the features as they were rebuilt from history
 * @param largestScoreDifference between a score of the model now and the logged one, ≥ 0
 * @param differences what does not agree with the record; empty if all does
 */
public record Reproduction(Digest digest, double largestScoreDifference, List<Difference> differences) {
    /** The largest difference of a score that counts as the same: another processor or another number of threads may round otherwise. */
    public static final double SCORE_TOLERANCE = 1e-6;

    public Reproduction {
        differences = List.copyOf(differences);
    }

    /**
     * Something that the record has in one way and the reproduction in another.
     *
     * @param what a word for it, the same for ever
     */
    public record Difference(String what, String logged, String reproduced) {}

    public boolean identical() {
        return differences.isEmpty();
    }

    /**
     * Decides again: with the recorded candidates, features rebuilt from {@code known} and scores of the model; then, with the logged
     * scores, the page.
     *
     * @param known the versions that the record cites
     * @param scorer the model that the record cites
     */
    public static Reproduction of(DecisionRecord decision, Knowledge known, Scorer scorer) {
        HomeInputs inputs = decision.inputs();
        Plan plan = HomePolicy.plan(inputs, decision.seed());
        FeatureMatrix matrix = FeatureMatrix.of(
                scorer.featureSet(),
                known.featuresOf(plan, decision.servedAt(), decision.request().contextAt(decision.servedAt())));
        Digest digest = Digest.of(matrix.digest());
        PairScores scores = new PairScores(scorer.score(matrix));
        double difference = decision.scores().largestDifference(scores);
        List<Difference> differences = new ArrayList<>();
        if (!digest.equals(decision.features())) {
            differences.add(new Difference("features", decision.features().hex(), digest.hex()));
        }
        if (difference > SCORE_TOLERANCE) {
            differences.add(
                    new Difference("scores", decision.scores().toString(), scores + ", apart by up to " + difference));
        }
        if (plan.pairs() != decision.scores().size()) {
            differences.add(new Difference("plan", decision.scores().size() + " pairs", plan.pairs() + " pairs"));
        } else {
            Page page = HomePolicy.draw(plan, inputs, decision.scores().toArray(), decision.seed());
            PageDifference.between(decision.page(), page).ifPresent(differences::add);
        }
        return new Reproduction(digest, difference, differences);
    }
}
