package dev.counterpoint.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.infra.cli.terminal.Exit;
import dev.counterpoint.infra.cli.testing.CommandRun;
import dev.counterpoint.infra.cli.testing.Listens;
import dev.counterpoint.infra.cli.testing.Packed;
import dev.counterpoint.infra.cli.testing.PublicData;
import dev.counterpoint.infra.cli.testing.RecordingPlatform;
import dev.counterpoint.infra.cli.testing.Screen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code import listenbrainz}, from the command line to what arrives at the platform. */
class ImportListenbrainzTest {
    private static final int MANY = 10_000;

    @TempDir
    private Path folder;

    private final RecordingPlatform platform = new RecordingPlatform();

    @BeforeEach
    void start() {
        platform.runningOn(data());
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void listens_becomePlaysAtTheirTimes() throws IOException {
        CommandRun run = importListens(file(
                Listens.listen("nina", 1_704_067_201, 1),
                Listens.listen("miles", 1_704_067_200, 2),
                Listens.listen("nina", 1_704_067_200, 1)));

        assertThat(run.exit()).as(run.sentences()).isZero();
        assertThat(platform.cards()).containsOnlyKeys(Listens.cardId(1), Listens.cardId(2));
        assertThat(platform.order())
                .containsExactly(
                        "miles/1704067200-" + Listens.cardId(2),
                        "nina/1704067200-" + Listens.cardId(1),
                        "nina/1704067201-" + Listens.cardId(1));
        assertThat(platform.order().stream().map(platform::at))
                .containsExactly(
                        Instant.parse("2024-01-01T00:00:00Z"),
                        Instant.parse("2024-01-01T00:00:00Z"),
                        Instant.parse("2024-01-01T00:00:01Z"));
    }

    @Test
    void theSameListenTwice_isOne() throws IOException {
        CommandRun run = importListens(file(Listens.listen("nina", 10, 1), Listens.listen("nina", 10, 1)));

        assertThat(platform.plays()).hasSize(1);
        assertThat(run.figures()).contains("1 new, 1 there before, 0 rejected");
    }

    @Test
    void brokenLines_areCountedAndNamed_andTheOthersAreThere() throws IOException {
        CommandRun run = importListens(file(
                Listens.listen("nina", 10, 1),
                Listens.listen("nina", 20, 2).substring(0, 90),
                "",
                "[]",
                Listens.listen("nina", 30, 3)));

        assertThat(run.exit()).isZero();
        assertThat(platform.plays()).hasSize(2);
        assertThat(run.figures())
                .contains("left out: broken lines 2")
                .contains("rejected: line 2: is not JSON in UTF-8")
                .contains("rejected: line 4: is not a JSON object");
    }

    @Test
    void runAgain_addsNothing_andSendsNothing() throws IOException {
        Path file = many();
        importListens(file);
        int requests = platform.requests().size();

        CommandRun again = importListens(file);

        assertThat(again.exit()).isZero();
        assertThat(platform.order()).hasSize(MANY).doesNotHaveDuplicates();
        assertThat(platform.requests()).hasSize(requests);
    }

    @Test
    void aRecording_isPublishedOnce() throws IOException {
        importListens(many());

        // Three windows of at most 4,096 lines; all 100 recordings are in the first of them.
        assertThat(platform.requests().stream().filter(request -> request.equals("POST /v1/cards")))
                .hasSize(1);
        assertThat(platform.requests().stream().filter(request -> request.equals("POST /v1/interactions")))
                .hasSize(3);
    }

    @Test
    void brokenOffHalfway_theNextRunGoesOn() throws IOException {
        Path file = many();
        platform.dieAfter(6_000);

        CommandRun broken = importListens(file, "--patience", "0");
        platform.live();
        CommandRun resumed = importListens(file, "--format", "json");

        assertThat(broken.exit()).isEqualTo(Exit.FAILED.code());
        assertThat(resumed.exit()).as(resumed.sentences()).isZero();
        assertThat(platform.order()).hasSize(MANY).doesNotHaveDuplicates();
        JsonNode interactions = new JsonMapper().readTree(resumed.figures()).path("interactions");
        assertThat(interactions.path("total").longValue()).isEqualTo(MANY);
        assertThat(interactions.path("sentNow").longValue()).isEqualTo(MANY - 4_096);
        assertThat(interactions.path("duplicates").longValue()).isEqualTo(6_000 - 4_096);
    }

    @Test
    void aPackedFile_isReadToItsEndBeforeAnythingIsSent() throws IOException {
        byte[] packed = Packed.gzip(Files.readAllBytes(many()));
        Path whole = Files.write(folder.resolve("listens.gz"), packed);
        Path half = Files.write(folder.resolve("half.gz"), Arrays.copyOf(packed, packed.length / 2));

        CommandRun refused = importListens(half);

        assertThat(refused.exit()).isEqualTo(Exit.BROKEN_INPUT.code());
        assertThat(refused.sentences()).contains("half.gz cannot be read after line ");
        assertThat(platform.requests()).isEmpty();
        assertThat(importListens(whole).exit()).isZero();
        assertThat(platform.plays()).hasSize(MANY);
    }

    @Test
    void aFileWithoutListens_isRefused() throws IOException {
        CommandRun run = importListens(file("", " "));

        assertThat(run.exit()).isEqualTo(Exit.BROKEN_INPUT.code());
        assertThat(run.sentences()).contains("has no listens in it.");
    }

    @Test
    void realListens_arrive() {
        CommandRun run = importListens(PublicData.file("listenbrainz/listens-sample.jsonl"));

        assertThat(run.exit()).as(run.sentences()).isZero();
        assertThat(platform.plays()).hasSize(100);
        assertThat(platform.cards()).hasSize(99);
        assertThat(run.figures()).doesNotContain("left out");
    }

    /** Of three listeners and a hundred recordings. */
    private Path many() throws IOException {
        List<String> lines = IntStream.range(0, MANY)
                .mapToObj(i -> Listens.listen("listener-" + i % 3, 1_000_000 + i, i % 100))
                .collect(Collectors.toList());
        return file(lines.toArray(String[]::new));
    }

    private Path file(String... lines) throws IOException {
        return Files.writeString(
                folder.resolve("listens.jsonl"), String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    }

    private CommandRun importListens(Path file, String... more) {
        Screen screen = new Screen();
        String[] arguments = Stream.concat(
                        Stream.of("import", "listenbrainz", file.toString(), "--data", data().toString()),
                        Stream.of(more))
                .toArray(String[]::new);
        int exit = Counterpoint.commandLine(screen.terminal()).execute(arguments);
        return new CommandRun(exit, screen.figures(), screen.sentences());
    }

    private Path data() {
        return folder.resolve("data");
    }
}
