package dev.counterpoint.query.decision.web;

import dev.counterpoint.domain.decision.Reproduction;
import java.util.List;

/**
 * What came of deciding a page again.
 *
 * @param identical whether features, page and probabilities are the logged ones bit for bit, and scores within 1e-6
 * @param digest of the features as they were rebuilt from history
 */
record ReproductionAnswer(
        boolean identical, String digest, double largestScoreDifference, List<Reproduction.Difference> differences) {

    static ReproductionAnswer of(Reproduction reproduction) {
        return new ReproductionAnswer(
                reproduction.identical(),
                reproduction.digest().hex(),
                reproduction.largestScoreDifference(),
                reproduction.differences());
    }
}
