package dev.counterpoint.domain.feature;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the reference page of the newest feature set, with what the older ones have of it. */
final class FeaturePage {
    private final List<FeatureSet> sets;

    /** @param sets the newest last: it has all features of the others */
    FeaturePage(List<FeatureSet> sets) {
        this.sets = sets;
    }

    String text() {
        FeatureSet newest = sets.get(sets.size() - 1);
        StringBuilder page = new StringBuilder("""
                # Features of a home page

                Written from the code; a test fails when this page is stale. Set `%s`: %d features, computed for each (shelf, card)
                pair of a plan; the column *sets* says which older set has a feature too (%s). A feature of a wider scope is computed
                once for it: `listener` and `context` once a page, `shelf` once a shelf. A released feature never changes its meaning,
                nor does a set.

                Counts fade or slide. One that fades weighs an event 1/2 after one half-life: `1h`, `1d`, `7d`, `28d` in its name. One
                that slides counts each event of its window in full: `LastHour` (6 panes of 10 minutes), `LastDay` (6 panes of 4
                hours), `Last7Days` (days), `Last28Days` (7 panes of 4 days); a window covers the pane that runs and the full ones
                before it.

                A profile takes at most 64 KiB, whatever the listener did. It remembers 256 tags and 128 creators (those with the
                strongest affinity over all half-lives), the 64 cards played last, 256 cards shown without an answer (the latest) and 24
                shelf templates (those with most response); each table grows by a quarter before it is cut back, and keeps fewer where
                names are long. What counts in windows for a tag or a creator is forgotten before that, where long names leave no room:
                first of the names that were not played for the longest time. What is forgotten reads 0.
                """.formatted(newest.name(), newest.size(), sizes()));
        for (FeatureScope scope : FeatureScope.values()) {
            page.append(tableOf(newest, scope));
        }
        return page.toString();
    }

    private String sizes() {
        return sets.subList(0, sets.size() - 1).stream()
                .map(set -> "`" + set.name() + "`: " + set.size())
                .collect(Collectors.joining(", "));
    }

    private String tableOf(FeatureSet set, FeatureScope scope) {
        return "\n## Scope `" + scope.written() + "`\n"
                + "| feature | unit | range | meaning | source | sets |\n| --- | --- | --- | --- | --- | --- |\n"
                + set.features().stream()
                        .filter(feature -> feature.description().scope() == scope)
                        .map(this::rowOf)
                        .collect(Collectors.joining());
    }

    private String rowOf(Feature feature) {
        FeatureDescription description = feature.description();
        return "| `%s` | %s | %s to %s | %s | %s | %s |%n"
                .formatted(
                        description.name(),
                        description.unit().replace("|", "\\|"),
                        shortest(description.lowest()),
                        shortest(description.highest()),
                        description.meaning(),
                        description.source(),
                        setsWith(feature))
                .replace(System.lineSeparator(), "\n");
    }

    private String setsWith(Feature feature) {
        return sets.stream()
                .filter(set -> set.features().contains(feature))
                .map(FeatureSet::name)
                .collect(Collectors.joining(", "));
    }

    private static String shortest(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%,d", (long) value) : Double.toString(value);
    }
}
