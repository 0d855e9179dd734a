package dev.counterpoint.domain.model;

import dev.counterpoint.domain.home.Digest;
import java.util.List;

/**
 * Where a model comes from and what is known of it.
 *
 * @param modelId as decisions cite it
 * @param artifact digest of what scores
 * @param featureSet name of its inputs
 * @param values what it would be worth, as the log told before anybody saw it
 */
public record ModelCard(
        String modelId,
        String estimator,
        Digest artifact,
        String featureSet,
        Lineage lineage,
        FitSummary fit,
        List<PolicyValue> values) {
    public ModelCard {
        values = List.copyOf(values);
    }

    /**
     * What it was made of: the same again gives the same model on the same kind of machine.
     *
     * @param runId of the training
     * @param code version of the program
     * @param weightCap of the rows
     * @param rows digest of all rows, in order
     */
    public record Lineage(
            String runId,
            TrainingRequest request,
            String code,
            double weightCap,
            long listeners,
            long pages,
            Digest rows) {}

    /**
     * How the fit went.
     *
     * @param rows fitted
     * @param heldOutRows later ones
     * @param epochs walked
     * @param best the epoch whose weights were kept, from 0
     * @param fitLoss of the best epoch, in nats
     * @param heldOutLoss of the best epoch, in nats
     */
    public record FitSummary(long rows, long heldOutRows, int epochs, int best, double fitLoss, double heldOutLoss) {
        public FitSummary {
            Finite.require("a loss", fitLoss, heldOutLoss);
        }
    }
}
