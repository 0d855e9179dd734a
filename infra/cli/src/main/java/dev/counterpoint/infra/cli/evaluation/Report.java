package dev.counterpoint.infra.cli.evaluation;

import dev.counterpoint.infra.cli.terminal.OutputFormat;
import dev.counterpoint.infra.cli.terminal.Percent;
import dev.counterpoint.training.offpolicy.Interval;
import dev.counterpoint.training.offpolicy.Judgement;
import dev.counterpoint.training.offpolicy.Judgement.Estimate;
import dev.counterpoint.training.offpolicy.WeightAudit.HeavyRow;
import dev.counterpoint.training.offpolicy.WeightAudit.Overlap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A judgement, for people and for programs. */
final class Report {
    private static final JsonMapper JSON = new JsonMapper();

    private Report() {}

    static String of(Judgement judgement, double confidence, OutputFormat format) {
        return format == OutputFormat.JSON ? json(judgement).toString() : text(judgement, confidence);
    }

    private static ObjectNode json(Judgement judgement) {
        ObjectNode json = JSON.createObjectNode();
        ArrayNode estimates = json.putArray("estimates");
        judgement.estimates().forEach(each -> put(estimates.addObject(), each));
        put(json.putObject("overlap"), judgement.overlap());
        return json;
    }

    private static void put(ObjectNode json, Estimate estimate) {
        json.put("estimator", estimate.reading().name()).put("value", estimate.value());
        put(json, "interval", estimate.interval());
        json.put("refused", estimate.refused());
        json.put("promisesCoverage", estimate.refused() == null && isPromised(estimate));
        put(json, "bernstein", estimate.bernstein());
        put(json, "atAllTimes", estimate.sequence());
        json.put("propensity", estimate.reading().propensity().name().toLowerCase(Locale.ROOT))
                .put("assumption", estimate.reading().assumption())
                .put("estimand", estimate.reading().estimand());
    }

    private static void put(ObjectNode json, String name, @Nullable Interval interval) {
        if (interval == null) {
            json.putNull(name);
        } else {
            json.putArray(name).add(interval.low()).add(interval.high());
        }
    }

    private static void put(ObjectNode json, Overlap overlap) {
        json.put("rows", overlap.rows())
                .put("clusters", overlap.clusters())
                .put("effectiveClusters", overlap.effectiveClusters())
                .put("meanWeight", overlap.meanWeight())
                .put("meanWeightError", overlap.meanWeightError())
                .put("largestWeight", overlap.largestWeight())
                .put("rowsWithReward", overlap.rewards());
        if (overlap.unsupported().isPresent()) {
            json.put("unsupported", overlap.unsupported().getAsDouble());
        } else {
            json.putNull("unsupported");
        }
        ArrayNode heaviest = json.putArray("heaviest");
        for (HeavyRow row : overlap.heaviest()) {
            heaviest.addObject().put("row", row.row()).put("weight", row.weight());
        }
    }

    private static String text(Judgement judgement, double confidence) {
        List<String> lines = new ArrayList<>();
        String percent = Percent.of(confidence);
        lines.add(String.format(
                Locale.ROOT, "%-20s %12s   %-28s %s", "estimator", "value", percent + " within", "which is"));
        for (Estimate estimate : judgement.estimates()) {
            addLines(lines, estimate);
        }
        lines.add("");
        if (!judgement.reasons().isEmpty()) {
            lines.add("Refused, whatever the estimator:");
            judgement.reasons().forEach(reason -> lines.add("- " + reason));
            lines.add("");
        }
        addLines(lines, judgement.overlap());
        lines.add("");
        lines.add(
                "A value is that of one step, in the contexts that the logging policy met. A policy that is deployed meets"
                        + " others: only a canary measures that.");
        return String.join("\n", lines);
    }

    private static void addLines(List<String> lines, Estimate estimate) {
        String name = estimate.reading().name();
        if (estimate.value() == null) {
            lines.add(String.format(Locale.ROOT, "%-20s %12s", name, "refused"));
            return;
        }
        lines.add(line(
                name,
                String.format(Locale.ROOT, "%.6f", estimate.value()),
                estimate.interval(),
                isPromised(estimate) ? "promised, for many clusters" : "not promised"));
        if (estimate.bernstein() != null) {
            lines.add(line("", "", estimate.bernstein(), "promised at least, for any number of clusters"));
        }
        if (estimate.sequence() != null) {
            lines.add(line("", "", estimate.sequence(), "the same, however often one looks"));
        }
    }

    private static boolean isPromised(Estimate estimate) {
        return estimate.interval() != null && estimate.reading().coverage().isPromised();
    }

    private static String line(String name, String value, @Nullable Interval interval, String promise) {
        String within = interval == null
                ? "no spread"
                : String.format(Locale.ROOT, "%.6f and %.6f", interval.low(), interval.high());
        return String.format(Locale.ROOT, "%-20s %12s   %-28s %s", name, value, within, promise);
    }

    private static void addLines(List<String> lines, Overlap overlap) {
        lines.add(String.format(
                Locale.ROOT,
                "%d rows of %d clusters, which tell as much as %.0f clusters of equal weight; %d rows have a reward.",
                overlap.rows(),
                overlap.clusters(),
                overlap.effectiveClusters(),
                overlap.rewards()));
        lines.add(String.format(
                Locale.ROOT,
                "Weights are %.4f on average, where 1 is right (standard error %.4f).",
                overlap.meanWeight(),
                overlap.meanWeightError()));
        HeavyRow heaviest = overlap.heaviest().get(0);
        lines.add(String.format(Locale.ROOT, "The largest is %.2f, of %s.", heaviest.weight(), heaviest.row()));
        overlap.unsupported()
                .ifPresentOrElse(
                        share -> lines.add(String.format(
                                Locale.ROOT,
                                "Of the other policy's probability %.4f lies on what is never logged.",
                                share)),
                        () -> lines.add("How much the other policy does that is never logged, the rows do not tell."));
    }
}
