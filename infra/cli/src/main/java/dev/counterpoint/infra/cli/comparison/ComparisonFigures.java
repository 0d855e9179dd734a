package dev.counterpoint.infra.cli.comparison;

import dev.counterpoint.infra.cli.comparison.Findings.Bounds;
import dev.counterpoint.infra.cli.comparison.Findings.Figure;
import dev.counterpoint.infra.cli.comparison.Findings.Value;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/**
 * Forest plots of doubly robust differences to the served pages. Each drawing is an image within the page, with all its numbers as its
 * alternative text, so that names inside one never meet those of another.
 */
final class ComparisonFigures {
    private static final String TYPE = "data:image/svg+xml;base64,";

    private final Markup html;
    private final Findings findings;

    ComparisonFigures(Markup html, Findings findings) {
        this.html = html;
        this.findings = findings;
    }

    /** Of all pages; rewards have units of their own, hence a figure each. */
    void byReward() {
        for (String reward : findings.rewards()) {
            List<Value> values = findings.candidates(reward, Findings.ALL_PAGES);
            figure(values, reward, value -> "all pages", Value::policy, "Reward " + reward + ", all pages.");
        }
    }

    void bySlice(String reward) {
        List<Value> values = findings.slices().stream()
                .filter(slice -> !slice.equals(Findings.ALL_PAGES))
                .flatMap(slice -> findings.candidates(reward, slice).stream())
                .toList();
        if (values.isEmpty()) {
            html.leaf("p", "The training judged no slices.");
        } else {
            figure(values, reward, Value::policy, Value::slice, "Reward " + reward + ", by slice.");
        }
    }

    private void figure(
            List<Value> values,
            String reward,
            Function<Value, String> series,
            Function<Value, String> row,
            String caption) {
        Digits digits = Digits.of(values);
        ForestPlot plot = new ForestPlot("difference to the served pages, " + reward + " a page");
        List<String> told = new ArrayList<>();
        int left = 0;
        for (Value value : values) {
            Figure difference = value.difference();
            Bounds within = value.differenceWithin();
            if (difference == null || within == null) {
                left++;
            } else {
                plot.mark(series.apply(value), row.apply(value), difference.value(), within);
                told.add(value.policy() + ", " + value.slice() + ": " + digits.signed(difference, within));
            }
        }
        String whole = caption + (left == 0 ? "" : " Of " + values.size() + " differences " + left + " are withheld.");
        html.in("figure", () -> {
            if (!plot.isEmpty()) {
                html.empty(
                        "img",
                        "src",
                        TYPE + Base64.getEncoder().encodeToString(plot.svg()),
                        "alt",
                        "Forest plot. " + String.join("; ", told));
            }
            html.leaf("figcaption", whole);
        });
    }
}
