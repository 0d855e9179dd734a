package dev.counterpoint.domain.model;

import static java.util.Map.entry;

import dev.counterpoint.domain.feature.HomeFeatures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The models that need no training. Their weights are published here and never change under the same name. */
public final class Baselines {
    private static final Map<String, Double> FIRST_WEIGHTS = Map.ofEntries(
            // What the listener just did comes first: a page must answer it.
            entry("shelfTagRise1h", 2.5),
            entry("shelfTagAffinity1h", 1.2),
            entry("tagAffinity1h", 1.5),
            entry("tagAffinity1d", 0.8),
            entry("creatorAffinity1d", 0.5),
            // What they like in the long run.
            entry("shelfTagAffinity28d", 0.8),
            entry("tagAffinity28d", 1.5),
            entry("creatorAffinity28d", 0.8),
            entry("kindAffinity28d", 0.3),
            // How shelves and cards do.
            entry("shelfPlayRate", 1.0),
            entry("shelfPlayRateOfListener28d", 2.0),
            entry("shelfRefusalRateOfListener28d", -1.0),
            entry("shelfSeedRecency", 0.5),
            entry("cardPopularity", 1.2),
            entry("cardPlayRate", 2.0),
            entry("cardSkipRate", -1.5),
            entry("cardSaveRate", 1.0),
            entry("cardFreshness28d", 0.4),
            entry("proposalRank", -0.1),
            // What has been offered or heard enough.
            entry("fatigue", -1.5),
            entry("cardDismissed", -5.0),
            entry("heardToday", -0.5),
            entry("unheardForNovelty", 0.3));
    private static final Map<String, Double> ADDED_WEIGHTS = Map.of(
            "embeddingCosine", 1.0,
            "cardPopularityInCountry", 0.6,
            "creatorPlaysLast7Days", 0.5,
            "tagPlaysLast28Days", 0.5);
    // What suits the hour, the mood and the tier.
    private static final Map<String, Double> FIRST_CONTEXT_WEIGHTS = Map.of(
            "shelfTagAtThisHour", 0.3,
            "recentShelfInMorning", 0.2,
            "popularShelfOnSkipStreak", 0.3,
            "freshShelfForPremium", 0.1);
    private static final Map<String, Double> CONTEXT_WEIGHTS = Map.of(
            "shelfTagAtThisHour", 0.6,
            "recentShelfInMorning", 0.5,
            "freshShelfAtNight", 0.3,
            "popularShelfOnSkipStreak", 0.8,
            "freshShelfForPremium", 0.3);
    private static final double LINEAR_BIAS = -3.0;
    private static final Map<String, Double> POPULARITY_WEIGHTS = Map.of("cardPopularity", 6.0);
    private static final double POPULARITY_BIAS = -4.0;

    private Baselines() {}

    /** Personal taste, popularity, recency and what suits the moment, with weights set by hand: what serves until something was learned. */
    public static Scorer linear() {
        return linear("baseline-linear-3", CONTEXT_WEIGHTS);
    }

    /** What served before, with smaller weights of the moment; decisions cite it. */
    public static Scorer secondLinear() {
        return linear("baseline-linear-2", FIRST_CONTEXT_WEIGHTS);
    }

    private static Scorer linear(String modelId, Map<String, Double> contextWeights) {
        Map<String, Double> weights = new HashMap<>(FIRST_WEIGHTS);
        weights.putAll(ADDED_WEIGHTS);
        weights.putAll(contextWeights);
        return new LinearScorer(modelId, HomeFeatures.HOME_2, weights, LINEAR_BIAS);
    }

    /** Popularity alone: the order of plays that fade with a half-life of a week. */
    public static Scorer popularity() {
        return new LinearScorer("baseline-popularity-2", HomeFeatures.HOME_2, POPULARITY_WEIGHTS, POPULARITY_BIAS);
    }

    /** What served by the first features; decisions cite it. */
    public static Scorer firstLinear() {
        return new LinearScorer("baseline-linear-1", HomeFeatures.HOME_1, FIRST_WEIGHTS, LINEAR_BIAS);
    }

    /** Popularity by the first features; decisions cite it. */
    public static Scorer firstPopularity() {
        return new LinearScorer("baseline-popularity-1", HomeFeatures.HOME_1, POPULARITY_WEIGHTS, POPULARITY_BIAS);
    }

    /** All that decisions may cite. */
    public static List<Scorer> all() {
        return List.of(linear(), popularity(), secondLinear(), firstLinear(), firstPopularity());
    }
}
