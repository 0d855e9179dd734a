package dev.counterpoint.infra.models;

import dev.counterpoint.domain.feature.Feature;
import dev.counterpoint.domain.feature.FeatureScope;
import dev.counterpoint.domain.feature.FeatureSet;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which inputs are multiplied with each other: everything of the request with everything of the card and the pair. Only so can a linear model order the cards of one shelf one way in the morning and another at night.
 *
 * @param left int[crosses], columns
 * @param right int[crosses], columns
 * @see "McInerney et al. 2018, Explore, Exploit, and Explain: Personalizing Explainable Recommendations with Bandits"
 */
record Crosses(int[] left, int[] right) {
    private static final Set<FeatureScope> CONTEXT = EnumSet.of(FeatureScope.CONTEXT);
    private static final Set<FeatureScope> ITEM = EnumSet.of(FeatureScope.CARD, FeatureScope.PAIR);

    static final Crosses NONE = new Crosses(new int[0], new int[0]);

    static Crosses of(FeatureSet set) {
        List<Integer> left = new ArrayList<>();
        List<Integer> right = new ArrayList<>();
        for (int context : columnsOf(set, CONTEXT)) {
            for (int item : columnsOf(set, ITEM)) {
                left.add(context);
                right.add(item);
            }
        }
        return new Crosses(toArray(left), toArray(right));
    }

    private static List<Integer> columnsOf(FeatureSet set, Set<FeatureScope> scopes) {
        return set.features().stream()
                .filter(feature -> scopes.contains(feature.description().scope()))
                .map(Feature::name)
                .map(set::columnOf)
                .toList();
    }

    private static int[] toArray(List<Integer> columns) {
        return columns.stream().mapToInt(Integer::intValue).toArray();
    }
}
