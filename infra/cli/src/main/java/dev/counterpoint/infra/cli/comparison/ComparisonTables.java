package dev.counterpoint.infra.cli.comparison;

import dev.counterpoint.infra.cli.comparison.Findings.Figure;
import dev.counterpoint.infra.cli.comparison.Findings.HeavySlot;
import dev.counterpoint.infra.cli.comparison.Findings.Support;
import dev.counterpoint.infra.cli.comparison.Findings.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The tables of the page. */
final class ComparisonTables {
    private static final String PROMISED = "yes";
    private static final String NOT_PROMISED = "no";

    private final Markup html;
    private final Findings findings;

    ComparisonTables(Markup html, Findings findings) {
        this.html = html;
        this.findings = findings;
    }

    void arms(String reward) {
        List<Value> arms = findings.arms(reward, Findings.ALL_PAGES);
        Digits digits = Digits.of(findings.of(reward, Findings.ALL_PAGES));
        table(
                "What was served earned, by arm: measured, not estimated. Reward " + reward + ".",
                List.of("arm", "value a page", "listeners", "pages"),
                () -> arms.forEach(value -> row(List.of(
                        value.policy(),
                        value(value, digits),
                        counted(value.support().listeners()),
                        counted(value.support().pages())))));
    }

    /** Every value there is, with the reasons where it is withheld. */
    void all() {
        Map<String, Digits> digits = new HashMap<>();
        table(
                "All values. \"At once\" is the interval that holds for all candidates.",
                List.of(
                        "policy",
                        "reward",
                        "slice",
                        "estimator",
                        "value",
                        "difference to served",
                        "at once",
                        "detectable",
                        "coverage promised",
                        "effective listeners",
                        "over measured arms"),
                () -> findings.values().forEach(value -> row(cells(value, digitsOf(digits, value.reward())))));
    }

    private Digits digitsOf(Map<String, Digits> known, String reward) {
        return known.computeIfAbsent(reward, any -> Digits.of(findings.of(reward, Findings.ALL_PAGES)));
    }

    private static List<String> cells(Value value, Digits digits) {
        Figure difference = value.difference();
        Double detectable = value.minimumDetectable();
        return List.of(
                value.policy(),
                value.reward(),
                value.slice(),
                value.estimator(),
                value(value, digits),
                difference == null ? "" : digits.signed(difference, difference.interval()),
                difference == null || value.simultaneous() == null ? "" : digits.within(value.simultaneous()),
                detectable == null ? "" : digits.plain(detectable),
                value.value() == null ? "" : value.covering() ? PROMISED : NOT_PROMISED,
                counted(Math.round(value.support().effectiveListeners())),
                value.overArms().entrySet().stream()
                        .map(arm -> arm.getKey() + " "
                                + digits.signed(arm.getValue(), arm.getValue().interval()))
                        .collect(Collectors.joining("; ")));
    }

    /** How much of the log speaks of each policy, by estimator; rewards do not matter to it. */
    void overlap(String reward) {
        table(
                "Overlap with the logging policy, all pages. A mean weight near 1 is right. Slots are named by decision.",
                List.of(
                        "policy",
                        "estimator",
                        "listeners",
                        "pages",
                        "effective listeners",
                        "mean weight (standard error)",
                        "largest weight",
                        "heaviest slots"),
                () -> findings.of(reward, Findings.ALL_PAGES).stream()
                        .filter(value -> !value.isMeasured())
                        .forEach(value -> row(overlap(value))));
    }

    private static List<String> overlap(Value value) {
        Support support = value.support();
        return List.of(
                value.policy(),
                value.estimator(),
                counted(support.listeners()),
                counted(support.pages()),
                counted(Math.round(support.effectiveListeners())),
                String.format(Locale.ROOT, "%.4f (%.4f)", support.meanWeight(), support.meanWeightError()),
                weight(support.largestWeight()),
                support.heaviest().stream().map(ComparisonTables::written).collect(Collectors.joining("; ")));
    }

    void assumptions() {
        Map<String, Value> estimators = new LinkedHashMap<>();
        findings.values().forEach(value -> estimators.putIfAbsent(value.estimator(), value));
        table(
                "What must hold for each estimator to be right on average, besides overlap.",
                List.of("estimator", "divides by", "assumption", "coverage promised"),
                () -> estimators
                        .values()
                        .forEach(value -> row(List.of(
                                value.estimator(),
                                value.propensity(),
                                value.assumption(),
                                value.covering() ? PROMISED : NOT_PROMISED))));
    }

    private void table(String caption, List<String> heads, Markup.Content rows) {
        html.in(
                "div",
                () -> html.in("table", () -> {
                    html.leaf("caption", caption);
                    html.in(
                            "thead",
                            () -> html.in("tr", () -> heads.forEach(head -> html.leaf("th", head, "scope", "col"))));
                    html.in("tbody", rows);
                }),
                "class",
                "wide",
                "role",
                "region",
                "aria-label",
                caption,
                "tabindex",
                "0");
    }

    private void row(List<String> cells) {
        html.in("tr", () -> {
            html.leaf("th", cells.get(0), "scope", "row");
            cells.stream().skip(1).forEach(cell -> html.leaf("td", cell));
        });
    }

    private static String value(Value value, Digits digits) {
        return value.value() == null ? value.withheld() : digits.plain(value.value());
    }

    private static String written(HeavySlot slot) {
        return slot.slot() + ": " + weight(slot.weight());
    }

    private static String weight(double weight) {
        return String.format(Locale.ROOT, "%.2f", weight);
    }

    private static String counted(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
