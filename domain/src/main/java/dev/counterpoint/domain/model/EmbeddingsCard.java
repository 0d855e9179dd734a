package dev.counterpoint.domain.model;

import dev.counterpoint.domain.home.Digest;
import dev.counterpoint.domain.model.ModelCard.FitSummary;

/**
 * Where a version of the vectors of cards comes from and what is known of it.
 *
 * @param version as decisions cite it
 * @param estimator the word for what learned it
 * @param artifact digest of the vectors
 * @param cards that have a vector
 * @param cardsLeftOut that were played, but by too few listeners
 * @param fit of pairs of a listener and a card
 */
public record EmbeddingsCard(
        String version,
        String estimator,
        Digest artifact,
        Lineage lineage,
        long cards,
        long cardsLeftOut,
        FitSummary fit) {

    /**
     * What it was made of: the same again gives the same vectors on the same kind of machine.
     *
     * @param runId of the training
     * @param code version of the program
     * @param listeners whose plays told something
     * @param plays digest of all pairs of a listener and a card, in order
     */
    public record Lineage(String runId, TrainingRequest request, String code, long listeners, Digest plays) {}
}
