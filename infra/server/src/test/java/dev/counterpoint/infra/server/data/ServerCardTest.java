package dev.counterpoint.infra.server.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ServerCardTest {
    @TempDir
    Path data;

    @Test
    void card_saysWhereTheServerIs_untilItIsRemoved() throws IOException {
        ServerCard card = new ServerCard(data);

        card.write(new ServerCard.Content(4711, "127.0.0.1", 8080, Instant.parse("2026-01-31T12:00:00Z"), "0.1.0"));

        JsonNode content = JsonMapper.shared().readTree(Files.readString(data.resolve("server.json")));
        assertThat(content.get("pid").longValue()).isEqualTo(4711);
        assertThat(content.get("port").intValue()).isEqualTo(8080);
        assertThat(content.get("startedAt").stringValue()).isEqualTo("2026-01-31T12:00:00Z");

        card.remove();
        card.remove();
        try (var files = Files.list(data)) {
            assertThat(files).isEmpty();
        }
    }
}
