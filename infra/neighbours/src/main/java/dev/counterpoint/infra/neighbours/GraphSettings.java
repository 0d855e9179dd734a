package dev.counterpoint.infra.neighbours;

/**
 * How a graph of neighbours is built and searched.
 *
 * @param degree edges of a card
 * @param beamBuilt candidates looked at for the edges of a card
 * @param beamSearched candidates that a search keeps; more find more and take longer
 */
public record GraphSettings(int degree, int beamBuilt, int beamSearched) {
    /** Chosen by measurement: docs/adr/0021. */
    public static final GraphSettings STANDARD = new GraphSettings(24, 60, 400);

    public GraphSettings {
        if (degree < 2 || beamBuilt < degree || beamSearched < 1) {
            throw new IllegalArgumentException(
                    "no graph has degree " + degree + " and beams of " + beamBuilt + " and " + beamSearched);
        }
    }
}
