package dev.counterpoint.infra.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.infra.server.platform.Calls.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What clients get while a part of the platform stands still or is gone, and after it is back. */
class DegradedIT {
    private static final String CASSANDRA = "org.apache.cassandra.service.CassandraDaemon";
    private static final String KAFKA = "kafka.Kafka";
    /** Longer than a page waits for a profile, shorter than it waits for its decision to be durable. */
    private static final Duration HICCUP = Duration.ofMillis(1_600);

    private static final Duration RECOVERY = Duration.ofSeconds(120);

    @TempDir
    private static Path data;

    private static ServerProcess server;
    private static Calls calls;
    private static MadeUpListening listening;

    @BeforeAll
    static void startWithACatalogue() {
        server = ServerProcess.start(data, "--counterpoint.statistics.interval=1s");
        calls = server.calls();
        listening = new MadeUpListening(calls);
        listening.publishAll();
        listening.awaitChoroOnPages();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        server.close();
    }

    @Test
    void whileKafkaStandsStill_playsAreTaken_andPagesKnowOfThem() {
        long kafka = server.childRunning(KAFKA);
        Signals.send("STOP", kafka);
        try {
            Answer played = listening.play("ada", IntStream.range(290, 294));
            JsonNode page = calls.home("ada");

            assertThat(page.get("profileSequence").longValue())
                    .isEqualTo(played.json().get("sequence").longValue());
            assertThat(page.get("degraded").isEmpty()).isTrue();
            assertThat(PageReading.proposedCards(calls.decision(page), "tag:choro"))
                    .isNotEmpty();
        } finally {
            Signals.send("CONT", kafka);
        }
    }

    @Test
    void aProfileThatIsLate_isDoneWithout_andThePageSaysSo() {
        listening.playSome("bea", 20);
        long cassandra = server.childRunning(CASSANDRA);

        JsonNode page = Eventually.find(
                        () -> homeDuringAHiccup("bea", cassandra),
                        answer -> answer.status() == 200
                                && !answer.json().get("degraded").isEmpty())
                .json();

        assertThat(page.get("degraded").toString()).isEqualTo("[\"profile-unavailable\"]");
        assertThat(page.get("profileSequence").longValue()).isEqualTo(-1);
        assertThat(page.has("arm")).isFalse();
        assertThat(page.get("shelves").findValues("propensity")).isNotEmpty().allMatch(p -> p.doubleValue() == 1);
        assertThat(page.get("shelves").findValuesAsString("shelfId")).doesNotContain("recent");
        assertThat(calls.reproduction(page).get("identical").booleanValue()).isTrue();
        assertThat(calls.home("bea").get("degraded").isEmpty()).isTrue();
    }

    @Test
    void withoutTheDatabase_noPageIsServed_andAllIsWellWhenItIsBack() {
        Answer played = listening.playSome("cleo", 20);
        JsonNode before = calls.home("cleo");

        Signals.send("KILL", server.childRunning(CASSANDRA));

        Answer refused = calls.get("/v1/listeners/cleo/home?surface=phone");
        assertThat(refused.status()).as(refused.body()).isEqualTo(503);
        assertThat(refused.retryAfter()).isPositive();
        assertThat(refused.json().get("detail").stringValue()).isNotBlank();
        Eventually.await(
                RECOVERY,
                () -> calls.get("/v1/listeners/cleo/home?surface=phone").status() == 200);
        assertThat(calls.home("cleo").get("profileSequence").longValue())
                .isEqualTo(played.json().get("sequence").longValue());
        assertThat(calls.decision(before).get("receipt")).isEqualTo(before.get("receipt"));
    }

    private static Answer homeDuringAHiccup(String listener, long process) {
        Signals.send("STOP", process);
        CompletableFuture<Void> goesOn = CompletableFuture.runAsync(
                () -> Signals.send("CONT", process),
                CompletableFuture.delayedExecutor(HICCUP.toMillis(), TimeUnit.MILLISECONDS));
        try {
            return calls.get("/v1/listeners/" + listener + "/home?surface=phone");
        } finally {
            goesOn.join();
        }
    }
}
