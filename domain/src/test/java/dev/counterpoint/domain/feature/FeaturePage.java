package dev.counterpoint.domain.feature;

import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the reference page of a feature set. */
final class FeaturePage {
    private FeaturePage() {}

    static String of(FeatureSet set) {
        StringBuilder page = new StringBuilder("""
                # Features of a home page

                Written from the code; a test fails when this page is stale. Set `%s`: %d features, computed for each (shelf, card)
                pair of a plan. A feature of a wider scope is computed once for it: `listener` and `context` once a page, `shelf` once a
                shelf. All counts fade: an event weighs 1/2 after one half-life (`1h`, `1d`, `7d`, `28d`). A released feature never
                changes its meaning.
                """.formatted(set.name(), set.size()));
        for (FeatureScope scope : FeatureScope.values()) {
            page.append(tableOf(set, scope));
        }
        return page.toString();
    }

    private static String tableOf(FeatureSet set, FeatureScope scope) {
        return "\n## Scope `" + scope.written() + "`\n"
                + "| feature | unit | range | meaning | source |\n| --- | --- | --- | --- | --- |\n"
                + set.features().stream()
                        .map(Feature::description)
                        .filter(feature -> feature.scope() == scope)
                        .map(FeaturePage::rowOf)
                        .collect(Collectors.joining());
    }

    private static String rowOf(FeatureDescription feature) {
        return "| `%s` | %s | %s to %s | %s | %s |%n"
                .formatted(
                        feature.name(),
                        feature.unit().replace("|", "\\|"),
                        shortest(feature.lowest()),
                        shortest(feature.highest()),
                        feature.meaning(),
                        feature.source())
                .replace(System.lineSeparator(), "\n");
    }

    private static String shortest(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%,d", (long) value) : Double.toString(value);
    }
}
