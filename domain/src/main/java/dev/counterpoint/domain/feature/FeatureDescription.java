package dev.counterpoint.domain.feature;

/**
 * What a feature means.
 *
 * @param name by meaning, with its window; never used for another meaning
 * @param unit what a value counts
 * @param lowest the least value, finite
 * @param highest the greatest value, finite
 * @param meaning one phrase
 * @param source where its inputs come from
 */
public record FeatureDescription(
        String name, FeatureScope scope, String unit, double lowest, double highest, String meaning, String source) {
    /** The inputs of features, as {@link #source} names them. */
    public static final String PROFILE = "profile";

    public static final String STATISTICS = "statistics";
    public static final String EMBEDDINGS = "embeddings";
    public static final String CATALOGUE = "catalogue";
    public static final String REQUEST = "request";
    public static final String PLAN = "plan";

    public FeatureDescription {
        if (!(lowest < highest) || Double.isInfinite(highest - lowest)) {
            throw new IllegalArgumentException(name + " has no range from " + lowest + " to " + highest);
        }
    }

    /** A value pressed into the range; what is no number becomes the least one. */
    float within(double value) {
        return (float) (value >= lowest ? Math.min(value, highest) : lowest);
    }
}
