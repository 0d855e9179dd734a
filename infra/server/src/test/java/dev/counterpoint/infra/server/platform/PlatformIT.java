package dev.counterpoint.infra.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.infra.server.platform.Calls.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole platform as it is shipped, over HTTP, on real embedded servers: what happens in it outlives it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlatformIT {
    private static final String CARD = """
            {"kind": "album", "title": "Kind of Blue", "creators": ["Miles Davis"], "tags": ["jazz", "modal"],
             "publishedAt": "1959-08-17T00:00:00Z"}""";

    @TempDir
    private static Path data;

    private static ServerProcess server;
    private static Calls calls;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(data);
        calls = server.calls();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        server.close();
    }

    @Test
    @Order(1)
    void aStart_saysWhereAndThatEverythingIsOpen() {
        assertThat(server.output()).contains("is ready at http://127.0.0.1:").contains("no keys are configured");
        assertThat(calls.get("/actuator/health/liveness").status()).isEqualTo(200);
        Answer readiness = calls.get("/actuator/health/readiness");
        assertThat(readiness.status()).isEqualTo(200);
        assertThat(readiness.body())
                .contains("\"cassandra\":{\"status\":\"UP\"")
                .contains("\"kafka\":{\"status\":\"UP\"");
        assertThat(calls.get("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
    }

    @Test
    @Order(2)
    void cards_arePublishedOnce() {
        assertThat(calls.put("/v1/cards/kind-of-blue", CARD)).isEqualTo(new Answer(200, "{\"changed\":true}"));
        assertThat(calls.put("/v1/cards/kind-of-blue", CARD)).isEqualTo(new Answer(200, "{\"changed\":false}"));
        assertThat(calls.put("/v1/cards/a%20b", CARD).status()).isEqualTo(400);
        assertThat(calls.delete("/v1/cards/nothing").status()).isEqualTo(404);
    }

    @Test
    @Order(3)
    void listeners_areRegisteredOnce() {
        String settings =
                "{\"tier\": \"premium\", \"country\": \"SE\", \"birthYear\": 1990, \"personalization\": true}";

        assertThat(calls.put("/v1/listeners/ann", settings).status()).isEqualTo(201);
        assertThat(calls.put("/v1/listeners/ann", settings).status()).isEqualTo(200);
    }

    @Test
    @Order(4)
    void interactions_areRecordedOnce_andRefusedWithPointers() {
        Answer first = calls.post("/v1/listeners/ann/interactions", play("p1", "kind-of-blue"));
        Answer again = calls.post("/v1/listeners/ann/interactions", play("p1", "kind-of-blue"));
        Answer unknown = calls.post("/v1/listeners/ann/interactions", "[" + play("p2", "nothing") + "]");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.json().get("sequence").intValue()).isEqualTo(1);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("duplicates").intValue()).isEqualTo(1);
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.json().at("/errors/0/pointer").stringValue()).isEqualTo("/0/cardId");
        assertThat(unknown.json().get("type").stringValue()).isEqualTo("urn:counterpoint:problem:unknown-card");
    }

    @Test
    @Order(5)
    void imports_takeWhatTheyCan_andNameTheRest() {
        String card = "{\"cardId\": \"milestones\", \"kind\": \"album\", \"title\": \"Milestones\", \"creators\": [], "
                + "\"tags\": [\"jazz\"], \"publishedAt\": \"1958-09-02T00:00:00Z\"}";
        String played = "{\"listenerId\": \"bill\", " + play("b1", "milestones").substring(1);

        Answer cards = calls.postLines("/v1/cards", card, card.substring(0, 40));
        Answer first = calls.postLines("/v1/interactions", played, played.replace("b1", "b2"), "{\"listenerId\":");
        Answer again = calls.postLines("/v1/interactions", played, played.replace("b1", "b2"));

        assertThat(cards.status()).isEqualTo(200);
        assertThat(cards.json().get("accepted").intValue()).isEqualTo(1);
        assertThat(cards.json().at("/rejected/0/line").intValue()).isEqualTo(2);
        assertThat(first.json().get("accepted").intValue()).as(first.body()).isEqualTo(2);
        assertThat(first.json().at("/rejected/0/line").intValue()).isEqualTo(3);
        assertThat(again.json().get("accepted").intValue()).isZero();
        assertThat(again.json().get("duplicates").intValue()).isEqualTo(2);
    }

    @Test
    @Order(6)
    void bodiesThatDoNotFit_nameEveryFault() {
        Answer answer = calls.post(
                "/v1/listeners/ann/interactions", "{\"interactionId\": 7, \"type\": \"glance\", \"colour\": 1}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("errors").findValuesAsString("pointer"))
                .contains("/interactionId", "/type", "/colour", "/cardId", "/at");
    }

    @Test
    @Order(7)
    void whatWasAnswered_outlivesAnOrderlyEnd() throws InterruptedException {
        server.stop();
        assertThat(data.resolve("server.json")).doesNotExist();

        server = ServerProcess.start(data);
        calls = server.calls();

        assertSameAsBefore();
    }

    @Test
    @Order(8)
    void whatWasAnswered_outlivesAKill() throws InterruptedException {
        Answer last = calls.post("/v1/listeners/ann/interactions", play("p3", "kind-of-blue"));
        server.kill();
        assertThat(last.status()).isEqualTo(201);
        assertThat(Files.exists(data.resolve("server.json"))).isTrue();

        server = ServerProcess.start(data);
        calls = server.calls();

        assertSameAsBefore();
        assertThat(calls.post("/v1/listeners/ann/interactions", play("p3", "kind-of-blue"))
                        .json())
                .isEqualTo(duplicateAt(2));
    }

    private static void assertSameAsBefore() {
        assertThat(calls.put("/v1/cards/kind-of-blue", CARD)).isEqualTo(new Answer(200, "{\"changed\":false}"));
        Answer again = calls.post("/v1/listeners/ann/interactions", play("p1", "kind-of-blue"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("duplicates").intValue()).isEqualTo(1);
    }

    private static JsonNode duplicateAt(long sequence) {
        return JsonMapper.shared().readTree("{\"sequence\":" + sequence + ",\"recorded\":0,\"duplicates\":1}");
    }

    private static String play(String id, String card) {
        return """
                {"interactionId": "%s", "type": "play", "cardId": "%s", "at": "2026-01-31T12:00:00Z", "playedMs": 31000}""".formatted(id, card);
    }
}
