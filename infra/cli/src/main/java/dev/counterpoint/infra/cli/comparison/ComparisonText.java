package dev.counterpoint.infra.cli.comparison;

import dev.counterpoint.infra.cli.comparison.Findings.Figure;
import dev.counterpoint.infra.cli.comparison.Findings.Value;
import dev.counterpoint.infra.cli.terminal.Percent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was found of one reward in one slice of the pages, for a terminal. */
final class ComparisonText {
    private static final String AT_ONCE = " (all)";
    private static final String NO_PROMISE = " (*)";

    private final Findings findings;
    private final String reward;
    private final String slice;
    private final Digits digits;

    ComparisonText(Findings findings, String reward, String slice) {
        this.findings = findings;
        this.reward = reward;
        this.slice = slice;
        this.digits = Digits.of(findings.of(reward, slice));
    }

    /** @param withAll also by the other estimators */
    String written(boolean withAll) {
        List<String> lines = new ArrayList<>();
        lines.add("Training " + findings.runId() + ", pages from " + findings.from() + " to " + findings.to());
        lines.add("Reward " + reward + ", slice " + slice + "; intervals of " + Percent.of(findings.confidence())
                + ", clustered by listener");
        lines.add("");
        List<Value> shown = shown(withAll);
        lines.addAll(table(shown).lines());
        addLegend(lines, shown);
        addSection(
                lines,
                "Differences to the measured arms, whose listeners are others (not paired):",
                PlainWords.overArms(shown, digits));
        lines.add("");
        lines.add(PlainWords.costOfExploration(findings.unexplored(reward, slice), digits));
        lines.add(PlainWords.audit(findings));
        addSection(lines, "Warnings:", findings.warnings());
        lines.add("");
        lines.add(PlainWords.LIMITS);
        return String.join("\n", lines);
    }

    private List<Value> shown(boolean withAll) {
        List<Value> shown = new ArrayList<>(findings.arms(reward, slice));
        shown.addAll(findings.candidates(reward, slice));
        if (withAll) {
            shown.addAll(findings.others(reward, slice));
        }
        return shown;
    }

    private TextTable table(List<Value> shown) {
        TextTable table = new TextTable()
                .row("policy", "estimator", "value", "difference to served", "detectable", "effective listeners");
        shown.forEach(value -> addRow(table, value));
        return table;
    }

    private void addRow(TextTable table, Value value) {
        Figure figure = value.value();
        if (figure == null) {
            table.row(value.policy(), value.estimator(), value.withheld());
            return;
        }
        Double detectable = value.minimumDetectable();
        table.row(
                value.policy(),
                value.estimator(),
                digits.plain(figure) + (value.covering() ? "" : NO_PROMISE),
                difference(value),
                detectable == null ? "" : digits.plain(detectable),
                String.format(Locale.ROOT, "%,.0f", value.support().effectiveListeners()));
    }

    private String difference(Value value) {
        Figure difference = value.difference();
        if (difference == null) {
            return "";
        }
        return digits.signed(difference, value.differenceWithin())
                + (value.simultaneous() != null ? AT_ONCE : value.covering() ? "" : NO_PROMISE);
    }

    private static void addLegend(List<String> lines, List<Value> shown) {
        List<String> legend = new ArrayList<>();
        if (shown.stream().anyMatch(value -> value.simultaneous() != null)) {
            legend.add(AT_ONCE.strip() + " " + PlainWords.AT_ONCE);
        }
        if (shown.stream().anyMatch(value -> value.value() != null && !value.covering())) {
            legend.add(NO_PROMISE.strip() + " " + PlainWords.NO_PROMISE);
        }
        if (!legend.isEmpty()) {
            lines.add(String.join("; ", legend));
        }
    }

    private static void addSection(List<String> lines, String title, List<String> entries) {
        if (!entries.isEmpty()) {
            lines.add("");
            lines.add(title);
            entries.forEach(entry -> lines.add("- " + entry));
        }
    }
}
