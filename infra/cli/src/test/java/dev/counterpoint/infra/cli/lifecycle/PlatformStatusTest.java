package dev.counterpoint.infra.cli.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.infra.cli.lifecycle.ResidentMemory.Usage;
import dev.counterpoint.infra.cli.platform.RunningServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlatformStatusTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final RunningServer SERVER =
            new RunningServer(7, "127.0.0.1", 8080, Instant.parse("2026-01-02T03:04:05Z"), "0.1");
    private static final List<Usage> MEMORY = List.of(
            new Usage(7, "server", OptionalLong.of(300 << 20)),
            new Usage(8, "cassandra", OptionalLong.of(500 << 20)),
            new Usage(9, "other", OptionalLong.empty()));

    @Test
    void text_isForPeople() {
        assertThat(status(
                                "{\"status\":\"UP\",\"components\":{\"kafka\":{\"status\":\"UP\"},\"cassandra\":{\"status\":\"DOWN\"}}}")
                        .text()
                        .lines())
                .containsExactly(
                        "Counterpoint 0.1 runs at http://127.0.0.1:8080 (process 7) since 2026-01-02T03:04:05Z",
                        "  health: UP",
                        "    cassandra: DOWN",
                        "    kafka: UP",
                        "  memory: 800 MiB resident",
                        "    server (7): 300 MiB",
                        "    cassandra (8): 500 MiB",
                        "    other (9): 0 MiB");
    }

    @Test
    void json_isForPrograms() {
        JsonNode json = JSON.readTree(status("{\"status\":\"UP\",\"components\":{\"kafka\":{\"status\":\"UP\"}}}")
                .json());

        assertThat(json.path("uptimeMs").longValue()).isEqualTo(60_000);
        assertThat(json.path("health").toString()).isEqualTo("{\"status\":\"UP\",\"components\":{\"kafka\":\"UP\"}}");
        assertThat(json.path("memory").path("residentBytes").longValue()).isEqualTo(800L << 20);
        assertThat(json.path("memory").path("processes").path(2).has("residentBytes"))
                .isFalse();
    }

    @Test
    void health_thatDidNotAnswer_isSaid() {
        PlatformStatus silent = new PlatformStatus(SERVER, Duration.ofMinutes(1), Optional.empty(), MEMORY);

        assertThat(silent.text()).contains("health: NO ANSWER");
        assertThat(JSON.readTree(silent.json()).path("health").path("status").stringValue())
                .isEqualTo("NO ANSWER");
    }

    private static PlatformStatus status(String health) {
        return new PlatformStatus(SERVER, Duration.ofMinutes(1), Optional.of(JSON.readTree(health)), MEMORY);
    }
}
