package dev.counterpoint.infra.neighbours;

/**
 * How a graph of neighbours is built.
 *
 * @param degree edges of a card
 * @param beamBuilt candidates looked at for the edges of a card
 */
public record GraphSettings(int degree, int beamBuilt) {
    /** Chosen by measurement: docs/adr/0021. */
    public static final GraphSettings STANDARD = new GraphSettings(24, 60);

    public GraphSettings {
        if (degree < 2 || beamBuilt < degree) {
            throw new IllegalArgumentException("no graph has degree " + degree + " and a beam of " + beamBuilt);
        }
    }
}
