package dev.counterpoint.infra.cli.lifecycle;

import dev.counterpoint.infra.cli.platform.RunningServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a running platform is.
 *
 * @param age of its process
 * @param health in its own words; empty if it did not answer
 */
record PlatformStatus(
        RunningServer server, Duration age, Optional<JsonNode> health, List<ResidentMemory.Usage> memory) {
    private static final JsonMapper JSON = new JsonMapper();

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                "Counterpoint %s runs at %s (process %d) since %s",
                server.version(), server.url(), server.pid(), server.startedAt()));
        lines.add("  health: " + overall());
        parts().forEach((part, state) -> lines.add("    " + part + ": " + state));
        lines.add(String.format(Locale.ROOT, "  memory: %,d MiB resident", residentBytes() >> 20));
        for (ResidentMemory.Usage usage : memory) {
            lines.add(String.format(
                    Locale.ROOT,
                    "    %s (%d): %,d MiB",
                    usage.name(),
                    usage.pid(),
                    usage.bytes().orElse(0) >> 20));
        }
        return String.join(System.lineSeparator(), lines);
    }

    String json() {
        ObjectNode root = JSON.createObjectNode()
                .put("running", true)
                .put("url", server.url().toString())
                .put("port", server.port())
                .put("pid", server.pid())
                .put("version", server.version())
                .put("startedAt", server.startedAt().toString())
                .put("uptimeMs", age.toMillis());
        ObjectNode state = root.putObject("health").put("status", overall());
        parts().forEach(state.putObject("components")::put);
        ObjectNode held = root.putObject("memory").put("residentBytes", residentBytes());
        ArrayNode processes = held.putArray("processes");
        for (ResidentMemory.Usage usage : memory) {
            ObjectNode process = processes.addObject().put("name", usage.name()).put("pid", usage.pid());
            usage.bytes().ifPresent(bytes -> process.put("residentBytes", bytes));
        }
        return root.toString();
    }

    private String overall() {
        return health.map(node -> node.path("status").stringValue("UNKNOWN")).orElse("NO ANSWER");
    }

    private Map<String, String> parts() {
        Map<String, String> states = new TreeMap<>();
        health.ifPresent(node -> node.path("components")
                .properties()
                .forEach(part ->
                        states.put(part.getKey(), part.getValue().path("status").stringValue("UNKNOWN"))));
        return states;
    }

    private long residentBytes() {
        return memory.stream().mapToLong(usage -> usage.bytes().orElse(0)).sum();
    }
}
