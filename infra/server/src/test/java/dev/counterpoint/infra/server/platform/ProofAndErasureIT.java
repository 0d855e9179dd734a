package dev.counterpoint.infra.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.encryption.StoredContent;
import dev.counterpoint.domain.eventlog.StoredStreams;
import dev.counterpoint.infra.archive.ArchiveFolder;
import dev.counterpoint.infra.server.platform.Calls.Answer;
import dev.counterpoint.query.archive.ArchiveManifest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The platform as it is shipped: what it wrote is proved, who is erased is gone, and the one does not break the other. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProofAndErasureIT {
    private static final ErasedListener ERASED = new ErasedListener();

    @TempDir
    private static Path data;

    @TempDir
    private static Path backup;

    private static ServerProcess server;
    private static Calls calls;
    private static JsonNode page;

    @BeforeAll
    static void startWithAKey() throws Exception {
        SigningKey.make(data.resolve("keys"));
        start();
    }

    private static void start() {
        server = ServerProcess.start(data, "--counterpoint.proof.interval=1s");
        calls = server.calls();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        server.close();
    }

    @Test
    @Order(1)
    void aReceipt_isProved_upToTheCheckpointThatCoversIt() {
        MadeUpListening listening = new MadeUpListening(calls);
        listening.publishAll();
        Eventually.await(() -> !PageReading.shelvesOf(calls.home("dora")).isEmpty());
        listening.playSome("dora", 30);
        page = calls.home("dora");
        String proof = "/v1/decisions/" + page.get("decisionId").stringValue() + "/proof";
        Eventually.await(() -> calls.get(proof).json().has("checkpoint"));

        JsonNode proved = calls.get(proof).json();
        assertThat(proved.get("verified").booleanValue()).as(proved.toString()).isTrue();
        assertThat(proved.get("receipt")).isEqualTo(page.get("receipt"));
        JsonNode listener = calls.get("/v1/listeners/dora/proof").json();
        assertThat(listener.get("status").stringValue()).as(listener.toString()).isEqualTo("verified");
        assertThat(listener.get("eventsHashed").longValue())
                .isEqualTo(listener.get("sequence").longValue() + 1);
        assertThat(calls.get("/v1/listeners/nobody-at-all/proof").status()).isEqualTo(404);
        assertThat(calls.get("/v1/verifications/invented").status()).isEqualTo(404);
    }

    @Test
    @Order(2)
    void aBackupIsMade_whileTheListenerIsHere() throws Exception {
        ERASED.liveHere(calls);
        server.stop();
        FolderCopy.of(data.resolve("cassandra"), backup);
        start();
        assertThat(calls.get(ErasedListener.PATH + "/profile").status()).isEqualTo(200);

        // What the backup does not have, and a checkpoint over it.
        long sequence = calls.post("/v1/listeners/dora/interactions", MadeUpListening.play("later", "album-3"))
                .json()
                .get("sequence")
                .longValue();
        Eventually.await(() -> calls.get("/v1/listeners/dora/proof")
                        .json()
                        .at("/checkpoint/head/position")
                        .asLong(-1)
                == sequence);
    }

    /** Begun some seconds after the listener was here, or it would not be settled. */
    @Test
    @Order(3)
    void anArchiveIsWritten_whileTheListenerIsHere() {
        String path = "/v1/archives/"
                + calls.post("/v1/archives", "").json().get("archiveId").stringValue();
        Eventually.await(
                () -> !calls.get(path).json().get("state").stringValue().equals("running"));

        JsonNode archive = calls.get(path).json();
        assertThat(archive.get("state").stringValue()).as(archive.toString()).isEqualTo("finished");
        assertThat(archive.get("percent").intValue()).isEqualTo(100);
        assertThat(archive.get("events").longValue()).isGreaterThan(30);
        assertThat(archive.get("files").size()).isEqualTo(32);
        assertThat(calls.get("/v1/archives").json().get("items")).containsExactly(archive);
        assertThat(calls.get("/v1/archives/invented").status()).isEqualTo(404);
        assertThat(archivedEvents()).filteredOn(StoredContent::isEncrypted).hasSizeGreaterThan(35);
    }

    /** Of all archives. */
    private static List<StoredContent> archivedEvents() {
        ArchiveFolder archives = new ArchiveFolder(data.resolve("archive"));
        List<StoredContent> contents = new ArrayList<>();
        for (ArchiveManifest manifest : archives.finished()) {
            StoredStreams streams = archives.open(manifest);
            for (int part = 0; part < streams.parts(); part++) {
                streams.walk(
                        part,
                        (stream, events) -> events.forEach(
                                event -> contents.add(event.event().stored())));
            }
        }
        return contents;
    }

    @Test
    @Order(4)
    void anErasedListener_cannotBeReadAnyMore_andAnotherIsAsBefore() {
        String another = exportOf("dora");

        Answer erased = calls.delete(ErasedListener.PATH);

        assertThat(erased.status()).as(erased.body()).isEqualTo(202);
        assertThat(erased.json().get("steps").findValuesAsString("name")).contains("stream-sealed", "key-destroyed");
        assertThat(ERASED.answersThatAreNotGone(calls)).isEmpty();
        assertThat(calls.delete("/v1/listeners/nobody-at-all").status()).isEqualTo(404);
        assertThat(calls.get("/v1/listeners/dora/erasure").json().get("type").stringValue())
                .endsWith("no-such-erasure");
        assertThat(exportOf("dora")).isEqualTo(another);
    }

    /** But for the time at which it was made. */
    private static String exportOf(String listener) {
        JsonNode export = calls.get("/v1/listeners/" + listener + "/export").json();
        assertThat(export.get("decisions").size()).isPositive();
        assertThat(export.get("events").size()).isPositive();
        return export.get("events").toString() + export.get("decisions");
    }

    @Test
    @Order(5)
    void anErasure_outlivesAKill_andIsBroughtToItsEnd() throws InterruptedException {
        server.kill();
        start();

        assertThat(ERASED.answersThatAreNotGone(calls)).isEmpty();
        Eventually.await(
                Duration.ofSeconds(120),
                () -> calls.get(ErasedListener.PATH + "/erasure").body().contains("\"complete\""));
        assertThat(ERASED.answersThatAreNotGone(calls)).isEmpty();
        Eventually.await(
                Duration.ofSeconds(120),
                () -> calls.get("/actuator/prometheus").body().contains("counterpoint_publication_dead_writers 0.0"));
    }

    @Test
    @Order(6)
    void everythingVerifies_theErasedListenerIncluded() {
        assertThat(calls.get(ErasedListener.PATH + "/proof")
                        .json()
                        .get("status")
                        .stringValue())
                .isEqualTo("erased");
        assertThat(calls.get("/v1/decisions/" + ERASED.newestDecision() + "/proof")
                        .json()
                        .get("verified")
                        .booleanValue())
                .isTrue();

        JsonNode verified = verification();
        assertThat(verified.get("state").stringValue()).as(verified.toString()).isEqualTo("verified");
        assertThat(verified.get("erasedStreams").intValue()).isEqualTo(1);
        assertThat(verified.get("decisions").intValue()).isGreaterThan(2);
        assertThat(verified.get("checkpoints").intValue()).isPositive();
        assertThat(verified.get("archives").intValue()).isEqualTo(1);
    }

    private static JsonNode verification() {
        String path = "/v1/verifications/"
                + calls.post("/v1/verifications", "")
                        .json()
                        .get("verificationId")
                        .stringValue();
        Eventually.await(
                () -> !calls.get(path).json().get("state").stringValue().equals("running"));
        return calls.get(path).json();
    }

    @Test
    @Order(7)
    void noFile_holdsAnythingOfTheListener() throws InterruptedException {
        server.stop();

        assertThat(ErasedListener.filesThatHold(data, "album-17"))
                .as("a search finds what is nobody's")
                .isNotEmpty();
        assertThat(ErasedListener.filesThatHold(data, ErasedListener.WORD)).isEmpty();
        assertThat(archivedEvents())
                .anyMatch(content -> holds(content, "album-17"))
                .noneMatch(content -> holds(content, ErasedListener.WORD));
    }

    private static boolean holds(StoredContent content, String word) {
        return new String(content.content().payload(), StandardCharsets.ISO_8859_1).contains(word);
    }

    @Test
    @Order(8)
    void anOldBackup_doesNotBringTheListenerBack_andIsNoticed() throws Exception {
        FolderCopy.of(backup, data.resolve("cassandra"));
        start();

        assertThat(ERASED.answersThatAreNotGone(calls)).isEmpty();
        assertThat(calls.get("/v1/listeners/dora/proof").json().get("status").stringValue())
                .isEqualTo("verified");
        JsonNode verified = verification();
        assertThat(verified.get("state").stringValue()).isEqualTo("broken");
        assertThat(verified.get("faults").findValuesAsString("detail"))
                .anyMatch(detail -> detail.matches("checkpoint \\d+ is missing"));
        server.stop();
    }

    @Test
    @Order(9)
    void anotherMasterKey_refusesTheStart() throws Exception {
        Path key = data.resolve("keys").resolve("master.key");
        byte[] right = Files.readAllBytes(key);
        Files.write(key, new byte[right.length]);

        try (ServerProcess refused = ServerProcess.begin(data)) {
            assertThat(refused.awaitEnd()).isNotZero();
            assertThat(refused.output()).contains("The master key is not the one");
        }
    }
}
