package dev.counterpoint.infra.cli.comparison;

import dev.counterpoint.infra.cli.platform.Platform;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Trainings that a running platform has finished, and what they found. */
final class FinishedTrainings {
    private static final String RUNS = "/v1/training-runs";
    private static final int AT_ONCE = 500;

    private final Platform platform;

    FinishedTrainings(Platform platform) {
        this.platform = platform;
    }

    /** Of the finished ones, that which was asked for last. */
    Optional<JsonNode> newest() {
        Optional<JsonNode> newest = Optional.empty();
        String cursor = "";
        do {
            JsonNode part = platform.get(RUNS + "?limit=" + AT_ONCE + cursor);
            for (JsonNode run : part.path("items")) {
                if (run.path("state").stringValue("").equals("finished")) {
                    newest = Optional.of(run);
                }
            }
            String next = part.path("nextCursor").stringValue("");
            cursor = next.isEmpty() ? "" : "&cursor=" + encoded(next);
        } while (!cursor.isEmpty());
        return newest;
    }

    JsonNode named(String runId) {
        return platform.get(RUNS + "/" + encoded(runId));
    }

    JsonNode comparisonOf(String runId) {
        return platform.get(RUNS + "/" + encoded(runId) + "/comparison");
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
