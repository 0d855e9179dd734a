package dev.counterpoint.infra.cli.learning;

import dev.counterpoint.infra.cli.platform.LongWork;
import dev.counterpoint.infra.cli.platform.Platform;
import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import dev.counterpoint.infra.cli.terminal.Exit;
import dev.counterpoint.infra.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Trainings on a running platform. */
final class TrainingRuns {
    private static final JsonMapper JSON = new JsonMapper();

    private final Platform platform;
    private final Terminal terminal;

    TrainingRuns(Platform platform, Terminal terminal) {
        this.platform = platform;
        this.terminal = terminal;
    }

    /** @param models with their cards, in the order of the request */
    record Trained(JsonNode run, List<JsonNode> models) {
        /** The one that predicts the held-out rows best. */
        JsonNode best() {
            return models.stream()
                    .min(Comparator.comparingDouble(
                            model -> model.path("fit").path("heldOutLoss").doubleValue()))
                    .orElseThrow();
        }
    }

    /**
     * Asks for a training and waits for its end.
     *
     * @throws CommandFailedException if it has no model in the end
     */
    Trained train(ObjectNode request) {
        JsonNode run = end("/v1/training-runs", request, "percent of the training");
        List<JsonNode> models = new ArrayList<>();
        for (JsonNode modelId : run.path("models")) {
            models.add(platform.get("/v1/models/" + modelId.stringValue()));
        }
        return new Trained(run, models);
    }

    /**
     * Asks for vectors of cards, from all that was recorded, and waits for them.
     *
     * @return their version
     * @throws CommandFailedException if there are none in the end
     */
    String learnEmbeddings() {
        return end("/v1/embedding-runs", JSON.createObjectNode(), "percent of the vectors of cards")
                .path("version")
                .stringValue();
    }

    private JsonNode end(String runs, ObjectNode request, String task) {
        String runId = platform.post(runs, request).path("runId").stringValue();
        JsonNode run = new LongWork(platform, terminal)
                .awaitEnd(
                        runs + "/" + runId,
                        task,
                        "open",
                        "The command was interrupted; the training " + runId + " goes on.");
        if (!run.path("state").stringValue().equals("finished")) {
            throw new CommandFailedException(
                    Exit.FAILED,
                    "The training " + runId + " failed: " + run.path("detail").stringValue("no reason given") + ".");
        }
        return run;
    }

    void makeLive(String modelId) {
        platform.put("/v1/models/" + modelId + "/stage", JSON.createObjectNode().put("stage", "live"));
    }
}
