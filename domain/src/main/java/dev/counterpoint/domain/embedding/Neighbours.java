package dev.counterpoint.domain.embedding;

import dev.counterpoint.domain.catalog.CardId;
import java.util.List;

/** Finds the cards of one version whose vectors point most nearly where a given one does. Immutable and thread-safe. */
public interface Neighbours {

    /**
     * Approximate: some of the nearest may be missing, none is in a wrong place.
     *
     * @param vector double[64], finite
     * @param count at least 1
     * @return the nearest first, ties by id; no more than {@code count}, none where the vector has no length
     */
    List<Neighbour> nearest(double[] vector, int count);

    /** Knows no card. */
    static Neighbours none() {
        return (vector, count) -> List.of();
    }

    /** @param cosine of the angle between the vectors, -1 to 1 */
    record Neighbour(CardId card, double cosine) {}
}
