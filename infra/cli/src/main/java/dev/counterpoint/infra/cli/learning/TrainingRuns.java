package dev.counterpoint.infra.cli.learning;

import dev.counterpoint.infra.cli.platform.Platform;
import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import dev.counterpoint.infra.cli.terminal.Exit;
import dev.counterpoint.infra.cli.terminal.Progress;
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
    private static final int PERCENT = 100;

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
        String runId = platform.post("/v1/training-runs", request).path("runId").stringValue();
        JsonNode run = awaitEnd(runId);
        if (!run.path("state").stringValue().equals("finished")) {
            throw new CommandFailedException(
                    Exit.FAILED,
                    "The training " + runId + " failed: " + run.path("detail").stringValue("no reason given") + ".");
        }
        List<JsonNode> models = new ArrayList<>();
        for (JsonNode modelId : run.path("models")) {
            models.add(platform.get("/v1/models/" + modelId.stringValue()));
        }
        return new Trained(run, models);
    }

    private JsonNode awaitEnd(String runId) {
        try (Progress progress = terminal.progress("percent of the training", 0, PERCENT)) {
            while (true) {
                JsonNode run = platform.get("/v1/training-runs/" + runId);
                progress.reached(run.path("percent").intValue());
                if (!run.path("state").stringValue().equals("open")) {
                    return run;
                }
                Thread.sleep(250);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CommandFailedException(
                    Exit.FAILED, "The command was interrupted; the training " + runId + " goes on.");
        }
    }

    void makeLive(String modelId) {
        platform.put("/v1/models/" + modelId + "/stage", JSON.createObjectNode().put("stage", "live"));
    }
}
