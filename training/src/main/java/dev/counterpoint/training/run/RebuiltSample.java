package dev.counterpoint.training.run;

import dev.counterpoint.domain.decision.DecisionRecord;
import dev.counterpoint.domain.feature.FeatureMatrix;
import dev.counterpoint.domain.feature.FeatureSet;
import dev.counterpoint.domain.feature.HomeFeatures;
import dev.counterpoint.domain.home.Digest;
import dev.counterpoint.domain.home.HomePolicy;
import dev.counterpoint.domain.random.Share;
import dev.counterpoint.training.replay.ReplayedPage;
import java.util.stream.Stream;

/**
 * Compares one page in a hundred with what it was decided with: all features of all its pairs, rebuilt, must have the digest that the record
 * holds. Released records hold one digest over the whole matrix and none of a slot, while rows need the seen shelves only: to compare every
 * page would be to compute much that no row needs, and which feature differs cannot be said. The sample is drawn by the ids of run and
 * decision: the same pages if the run is done again, others in the next. Thread-safe.
 */
final class RebuiltSample {
    private static final int SAMPLED = Share.ALL / 100;

    private final String runId;
    private final FeatureSet own;

    /** @param own features that rows have, which need not be released */
    RebuiltSample(String runId, FeatureSet own) {
        this.runId = runId;
        this.own = own;
    }

    /** @throws IllegalStateException if the page is one of the sample and does not rebuild */
    void compare(ReplayedPage page) {
        if (Share.of(runId + "/" + page.id()) >= SAMPLED) {
            return;
        }
        String cited = page.decision().versions().featureSet();
        Stream.concat(Stream.of(own), HomeFeatures.all().stream())
                .filter(set -> set.name().equals(cited))
                .findFirst()
                .ifPresent(set -> requireSame(page, set));
    }

    private static void requireSame(ReplayedPage page, FeatureSet set) {
        DecisionRecord decision = page.decision();
        FeatureMatrix rebuilt = FeatureMatrix.of(
                set,
                page.known()
                        .featuresOf(
                                HomePolicy.plan(decision.inputs(), decision.seed()),
                                decision.servedAt(),
                                decision.request().contextAt(decision.servedAt())));
        if (!Digest.of(rebuilt.digest()).equals(decision.features())) {
            throw new IllegalStateException("decision " + page.id() + ", served at " + decision.servedAt()
                    + ", does not rebuild: its features of " + set.name()
                    + " are not those that it was decided with. Its reproduction says what differs");
        }
    }
}
