package dev.counterpoint.domain.embedding;

/**
 * Where cards stand, and which of them are near: of one version.
 *
 * @param neighbours of the same version; none while they are being made ready
 */
public record EmbeddedCards(Embeddings embeddings, Neighbours neighbours) {
    private static final EmbeddedCards NONE = new EmbeddedCards(Embeddings.none(), Neighbours.none());

    public static EmbeddedCards none() {
        return NONE;
    }

    /** Vectors whose neighbours cannot be found yet. */
    public static EmbeddedCards withoutNeighbours(Embeddings embeddings) {
        return new EmbeddedCards(embeddings, Neighbours.none());
    }

    /** Vectors whose neighbours are found by looking at all of them. */
    public static EmbeddedCards exact(Embeddings embeddings) {
        return new EmbeddedCards(embeddings, new ExactNeighbours(embeddings.vectors()));
    }
}
