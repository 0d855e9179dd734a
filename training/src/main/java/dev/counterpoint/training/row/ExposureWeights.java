package dev.counterpoint.training.row;

/**
 * Weights rows as if every card of a list had had the same chance of its slot: (1/n) / Q, never more than a cap. What the logging policy
 * preferred is seen more often; without weights a model would be right where it was shown already, and nowhere else.
 *
 * @param cap at least 1; a row weighs no more, which trades a little bias for much less variance
 * @see "McInerney et al. 2018, Explore, Exploit, and Explain: Personalizing Explainable Recommendations with Bandits"
 */
public record ExposureWeights(double cap) {
    public static final ExposureWeights STANDARD = new ExposureWeights(3);

    public ExposureWeights {
        if (!(cap >= 1)) {
            throw new IllegalArgumentException("a cap of weights is at least 1, not " + cap);
        }
    }

    /** @return within (0, cap] */
    public float of(ShownSlot slot) {
        return of(slot.listLength(), slot.marginalPropensity());
    }

    /**
     * @param listLength n
     * @param marginalPropensity Q of the card in its column: (0, 1]
     * @return within (0, cap]
     */
    public float of(int listLength, double marginalPropensity) {
        return (float) Math.min(cap, 1 / (listLength * marginalPropensity));
    }
}
