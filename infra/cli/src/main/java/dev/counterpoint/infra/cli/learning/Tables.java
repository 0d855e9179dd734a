package dev.counterpoint.infra.cli.learning;

import dev.counterpoint.infra.cli.learning.TrainingRuns.Trained;
import dev.counterpoint.infra.simulator.drive.RewardTally;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What came of trainings and simulations, for people and for programs. */
final class Tables {
    private static final JsonMapper JSON = new JsonMapper();

    private Tables() {}

    /** A line a model and a line a value. */
    static String ofTraining(Trained trained) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT, "%-24s %10s %10s %7s %12s", "model", "rows", "held out", "epochs", "log loss"));
        for (JsonNode model : trained.models()) {
            JsonNode fit = model.path("fit");
            lines.add(String.format(
                    Locale.ROOT,
                    "%-24s %10d %10d %7d %12.5f",
                    model.path("modelId").stringValue(),
                    fit.path("rows").longValue(),
                    fit.path("heldOutRows").longValue(),
                    fit.path("epochs").intValue(),
                    fit.path("heldOutLoss").doubleValue()));
        }
        lines.add("");
        lines.add("Rewards a page at the states that were served (not what deploying would bring):");
        for (JsonNode value : allValues(trained)) {
            lines.add(ofValue(value));
        }
        return String.join("\n", lines);
    }

    private static List<JsonNode> allValues(Trained trained) {
        List<JsonNode> values = new ArrayList<>();
        trained.run().path("values").forEach(values::add);
        trained.models().forEach(model -> model.path("values").forEach(values::add));
        return values;
    }

    private static String ofValue(JsonNode value) {
        String name = String.format(
                Locale.ROOT,
                "%-24s %-10s",
                value.path("policy").stringValue(),
                value.path("method").stringValue());
        if (!value.has("value")) {
            List<String> reasons = new ArrayList<>();
            value.path("refusals").forEach(reason -> reasons.add(reason.stringValue()));
            return name + " refused: " + String.join("; ", reasons);
        }
        return String.format(
                Locale.ROOT,
                "%s %7.3f, standard error %.3f, 95 %% within %.3f and %.3f; %d pages of %d listeners",
                name,
                value.path("value").doubleValue(),
                value.path("standardError").doubleValue(),
                value.path("low").doubleValue(),
                value.path("high").doubleValue(),
                value.path("pages").longValue(),
                value.path("listeners").longValue());
    }

    static ObjectNode jsonOf(Trained trained) {
        ObjectNode json = JSON.createObjectNode();
        json.set("run", trained.run());
        ArrayNode models = json.putArray("models");
        trained.models().forEach(models::add);
        return json;
    }

    /** @param spans by their names, such as {@code week 1} */
    static String ofRewards(Map<String, RewardTally> spans) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%-8s %-24s %9s %8s %12s %15s",
                "",
                "served by",
                "listeners",
                "pages",
                "plays a page",
                "standard error"));
        spans.forEach((span, tally) -> tally.means()
                .forEach(mean -> lines.add(String.format(
                        Locale.ROOT,
                        "%-8s %-24s %9d %8d %12.3f %15.3f",
                        span,
                        mean.servedBy(),
                        mean.listeners(),
                        mean.pages(),
                        mean.reward(),
                        mean.standardError()))));
        return String.join("\n", lines);
    }

    static ArrayNode jsonOf(Map<String, RewardTally> spans) {
        ArrayNode json = JSON.createArrayNode();
        spans.forEach((span, tally) -> tally.means()
                .forEach(mean -> json.addObject()
                        .put("span", span)
                        .put("servedBy", mean.servedBy())
                        .put("listeners", mean.listeners())
                        .put("pages", mean.pages())
                        .put("playsAPage", mean.reward())
                        .put("standardError", mean.standardError())));
        return json;
    }
}
