package dev.counterpoint.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.infra.cli.lifecycle.DetachedServer;
import dev.counterpoint.infra.cli.platform.DataFolder;
import dev.counterpoint.infra.cli.platform.Platform;
import dev.counterpoint.infra.cli.platform.RunningServer;
import dev.counterpoint.infra.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** The demo, small, on the platform as it is shipped: listeners act, a model is trained and serves, and all of it outlives a restart. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoIT {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private static Path data;

    private static int port;
    private static JsonNode shown;

    @BeforeAll
    static void runTheDemo() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        shown = JSON.readTree(run(
                "demo",
                "--listeners",
                "120",
                "--cards",
                "300",
                "--days",
                "2",
                "--reproduce",
                "100000",
                "--format",
                "json"));
    }

    @AfterAll
    static void stop() {
        run("stop");
    }

    private static String run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", data.toString(), "--port", Integer.toString(port)));
        int exit = Counterpoint.commandLine(terminal).execute(all.toArray(String[]::new));
        assertThat(exit)
                .as(() -> err.toString(StandardCharsets.UTF_8) + whatTheServerLogged())
                .isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The folder goes with the test, and the log with it. */
    private static String whatTheServerLogged() {
        try {
            List<String> lines = Files.readAllLines(new DataFolder(data).logs().resolve("server.log"));
            return "\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - 80), lines.size()));
        } catch (IOException none) {
            return "there is no log of the server: " + none;
        }
    }

    private static Platform platform() {
        return Platform.of(new DataFolder(data).running().orElseThrow(), Duration.ofSeconds(30));
    }

    private static List<JsonNode> rewards(String span) {
        return StreamSupport.stream(shown.path("rewards").spliterator(), false)
                .filter(reward -> reward.path("span").stringValue().equals(span))
                .toList();
    }

    private static String bestModel() {
        List<JsonNode> models = new ArrayList<>();
        shown.path("models").forEach(models::add);
        models.sort(Comparator.comparingDouble(
                model -> model.path("fit").path("heldOutLoss").doubleValue()));
        return models.get(0).path("modelId").stringValue();
    }

    @Test
    @Order(1)
    void the_first_week_is_served_by_the_baseline_and_the_second_by_what_was_learned() {
        assertThat(rewards("week 1"))
                .extracting(reward -> reward.path("servedBy").stringValue())
                .containsExactlyInAnyOrder("baseline-linear-3", "popularity", "uniform");
        assertThat(rewards("week 2"))
                .extracting(reward -> reward.path("servedBy").stringValue())
                .containsExactlyInAnyOrder(bestModel(), "popularity", "uniform");
        assertThat(rewards("week 2")).allSatisfy(reward -> {
            assertThat(reward.path("pages").longValue()).isPositive();
            assertThat(reward.path("playsAPage").doubleValue()).isPositive();
        });
    }

    @Test
    @Order(1)
    void every_page_is_decided_again_bit_for_bit() {
        assertThat(shown.path("decidedAgain").intValue()).isGreaterThan(300);
        assertThat(shown.path("identical").intValue())
                .isEqualTo(shown.path("decidedAgain").intValue());
    }

    @Test
    @Order(1)
    void models_have_their_lineage_and_what_cannot_be_estimated_is_refused_with_the_reason() {
        JsonNode model = platform().get("/v1/models/" + bestModel());

        assertThat(model.path("stage").stringValue()).isEqualTo("live");
        assertThat(model.path("lineage").path("pages").longValue()).isPositive();
        assertThat(model.path("lineage").path("rowsDigest").stringValue()).hasSize(64);
        assertThat(model.path("values").get(0).path("refusals").get(0).stringValue())
                .contains("listeners are fewer than 2000");
        assertThat(platform().get("/v1/models").path("items").size()).isEqualTo(2);
    }

    @Test
    @Order(1)
    void vectors_of_cards_are_learned_and_listeners_are_shown_what_stands_near_what_they_played() {
        String version = shown.path("embeddings").stringValue();
        JsonNode learned = platform().get("/v1/embeddings").path("items").get(0);

        assertThat(learned.path("version").stringValue()).isEqualTo(version);
        assertThat(learned.path("newest").booleanValue()).isTrue();
        assertThat(learned.path("cards").longValue())
                .as("cards that three listeners played")
                .isGreaterThanOrEqualTo(10);
        assertThat(IntStream.range(0, 20).mapToObj(DemoIT::decisionOf))
                .allSatisfy(decision -> assertThat(embeddingsOf(decision)).isEqualTo(version))
                .anySatisfy(decision -> assertThat(decision.path("candidates").findValuesAsString("source"))
                        .contains("similar"));
    }

    private static JsonNode decisionOf(int listener) {
        JsonNode page = platform().get("/v1/listeners/listener-" + listener + "/home");
        return platform().get("/v1/decisions/" + page.path("decisionId").stringValue());
    }

    private static String embeddingsOf(JsonNode decision) {
        return decision.path("versions").path("embeddings").stringValue();
    }

    @Test
    @Order(2)
    void the_same_request_again_is_the_same_training() {
        JsonNode run = shown.path("run");
        ObjectNode request = JSON.createObjectNode();
        request.putArray("estimators").add("logistic").add("deep");
        request.put("to", run.path("to").stringValue());

        JsonNode again = platform().post("/v1/training-runs", request);

        assertThat(again.path("runId").stringValue())
                .isEqualTo(run.path("runId").stringValue());
        assertThat(again.path("changed").booleanValue()).isFalse();
    }

    @Test
    @Order(3)
    void the_baseline_comes_back_when_the_model_is_retired_and_the_model_when_it_is_live_again() {
        platform()
                .put(
                        "/v1/models/" + bestModel() + "/stage",
                        JSON.createObjectNode().put("stage", "retired"));
        awaitServedBy("baseline-linear-3");
        platform()
                .put(
                        "/v1/models/" + bestModel() + "/stage",
                        JSON.createObjectNode().put("stage", "live"));
        awaitServedBy(bestModel());
    }

    @Test
    @Order(4)
    void after_a_restart_the_model_serves_again_and_old_pages_are_decided_again() {
        JsonNode page = platform().get("/v1/listeners/listener-3/home");
        run("stop");
        RunningServer server = DetachedServer.start(
                new DataFolder(data),
                port,
                List.of("--counterpoint.clock=simulated"),
                new Terminal(System.err, System.err, false));
        assertThat(server.port()).isEqualTo(port);

        awaitServedBy(bestModel());
        assertThat(embeddingsOf(decisionOf(3)))
                .isEqualTo(shown.path("embeddings").stringValue());
        JsonNode again = platform()
                .post(
                        "/v1/decisions/" + page.path("decisionId").stringValue() + "/reproduction",
                        MissingNode.getInstance());
        assertThat(again.path("identical").booleanValue()).as(again.toString()).isTrue();
    }

    /** By one of some listeners: a few are in the small arms. */
    private static void awaitServedBy(String model) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            for (int i = 0; i < 10; i++) {
                JsonNode page = platform().get("/v1/listeners/listener-" + i + "/home");
                if (page.path("modelId").stringValue().equals(model)) {
                    return;
                }
            }
            assertThat(System.nanoTime()).as("a page of " + model).isLessThan(deadline);
        }
    }
}
