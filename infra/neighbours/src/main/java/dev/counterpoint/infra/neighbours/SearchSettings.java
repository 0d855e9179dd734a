package dev.counterpoint.infra.neighbours;

/**
 * How a graph of neighbours is searched: more of each finds more and takes longer.
 *
 * @param lookedAt cards, evenly among all, that are looked at first
 * @param doors the nearest of these, where the search enters
 * @param beam candidates that it keeps
 */
public record SearchSettings(int lookedAt, int doors, int beam) {
    /** Chosen by measurement: docs/adr/0021. */
    public static final SearchSettings STANDARD = new SearchSettings(16_384, 256, 800);

    public SearchSettings {
        if (doors < 1 || lookedAt < doors || beam < 1) {
            throw new IllegalArgumentException(
                    "no search looks at " + lookedAt + " cards, enters at " + doors + " and keeps " + beam);
        }
    }
}
