package dev.counterpoint.training.fit;

import dev.counterpoint.domain.model.ModelArtifact;
import java.util.List;

/**
 * A learned model and how it came to be.
 *
 * @param epochs in order, the last ones those that were no better
 * @param best the epoch whose weights were kept, from 0
 */
public record Fitted(ModelArtifact artifact, List<Epoch> epochs, int best) {
    public Fitted {
        epochs = List.copyOf(epochs);
    }

    /**
     * One walk over the rows.
     *
     * @param fitLoss weighted mean log loss of the fitted rows, in nats, as they were walked
     * @param heldOutLoss weighted mean log loss of the later rows, in nats
     */
    public record Epoch(double fitLoss, double heldOutLoss) {}
}
