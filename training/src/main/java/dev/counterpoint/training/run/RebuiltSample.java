package dev.counterpoint.training.run;

import dev.counterpoint.domain.feature.FeatureSet;
import dev.counterpoint.domain.random.Share;
import dev.counterpoint.training.replay.ReplayedPage;

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
        if (Share.of(runId + "/" + page.id()) < SAMPLED) {
            RebuiltPage.of(page, own);
        }
    }
}
