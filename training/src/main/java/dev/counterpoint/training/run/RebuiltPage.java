package dev.counterpoint.training.run;

import dev.counterpoint.domain.decision.DecisionRecord;
import dev.counterpoint.domain.feature.FeatureInputs;
import dev.counterpoint.domain.feature.FeatureMatrix;
import dev.counterpoint.domain.feature.FeatureSet;
import dev.counterpoint.domain.feature.HomeFeatures;
import dev.counterpoint.domain.home.Digest;
import dev.counterpoint.domain.home.HomePolicy;
import dev.counterpoint.domain.home.Plan;
import dev.counterpoint.training.replay.ReplayedPage;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The plan of a page and its features, by set: each is computed once, when it is first asked for. Not thread-safe. */
final class RebuiltPage {
    private final Plan plan;
    private final FeatureInputs inputs;
    private final Map<String, FeatureMatrix> bySet = new HashMap<>();

    private RebuiltPage(Plan plan, FeatureInputs inputs) {
        this.plan = plan;
        this.inputs = inputs;
    }

    /**
     * A page must have the features that it was decided with, by the set that it cites, where that is one of those known here.
     *
     * @param newest a set that may not be released yet
     * @throws IllegalStateException if it has others
     */
    static RebuiltPage of(ReplayedPage page, FeatureSet newest) {
        DecisionRecord decision = page.decision();
        Plan plan = HomePolicy.plan(decision.inputs(), decision.seed());
        RebuiltPage rebuilt = new RebuiltPage(
                plan,
                page.known()
                        .featuresOf(
                                plan, decision.servedAt(), decision.request().contextAt(decision.servedAt())));
        String cited = decision.versions().featureSet();
        Stream.concat(Stream.of(newest), HomeFeatures.all().stream())
                .filter(set -> set.name().equals(cited))
                .findFirst()
                .ifPresent(set -> rebuilt.requireSame(page, set));
        return rebuilt;
    }

    private void requireSame(ReplayedPage page, FeatureSet set) {
        if (!Digest.of(of(set).digest()).equals(page.decision().features())) {
            throw new IllegalStateException("decision " + page.id() + ", served at "
                    + page.decision().servedAt() + ", does not rebuild: its features of " + set.name()
                    + " are not those that it was decided with. Its reproduction says what differs");
        }
    }

    Plan plan() {
        return plan;
    }

    FeatureMatrix of(FeatureSet set) {
        return bySet.computeIfAbsent(set.name(), any -> FeatureMatrix.of(set, inputs));
    }
}
