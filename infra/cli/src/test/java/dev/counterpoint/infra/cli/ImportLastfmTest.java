package dev.counterpoint.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.infra.cli.terminal.Exit;
import dev.counterpoint.infra.cli.testing.CommandRun;
import dev.counterpoint.infra.cli.testing.MadeUpLastfm;
import dev.counterpoint.infra.cli.testing.PublicData;
import dev.counterpoint.infra.cli.testing.RecordingPlatform;
import dev.counterpoint.infra.cli.testing.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code import lastfm}, from the command line to what arrives at the platform. */
class ImportLastfmTest {
    private static final int LARGE = 400 * 13 * 10;

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
    void everything_arrives() {
        Instant before = Instant.now();

        CommandRun run = importLastfm(small());

        assertThat(run.exit()).as(run.sentences()).isZero();
        assertThat(platform.cards()).containsOnlyKeys("lastfm-artist-1", "lastfm-artist-2", "lastfm-artist-3");
        assertThat(platform.listeners()).containsExactly("2", "7");
        assertThat(platform.plays()).hasSize(16);
        assertThat(times())
                .allSatisfy(at -> assertThat(at).isBetween(before.minus(Duration.ofDays(181)), Instant.now()));
        assertThat(run.figures())
                .contains("cards", "3 new")
                .contains("16 new, 0 there before, 0 rejected")
                .contains("the data has no play times");
    }

    @Test
    void plays_comeListenerByListener_inTheOrderOfTime() {
        importLastfm(small());

        assertThat(platform.order().subList(0, 6)).allMatch(play -> play.startsWith("2/"));
        assertThat(platform.order().subList(6, 16)).allMatch(play -> play.startsWith("7/"));
        assertThat(platform.order().stream().skip(6).map(platform::at)).isSorted();
    }

    @Test
    void runAgain_addsNothing_andSendsNothing() {
        importLastfm(small());
        List<String> before = platform.contents();
        int requests = platform.requests().size();

        CommandRun again = importLastfm(small());

        assertThat(again.exit()).isZero();
        assertThat(platform.contents()).isEqualTo(before);
        assertThat(platform.requests()).hasSize(requests);
        assertThat(again.figures()).contains("0 sent now");
    }

    @Test
    void runAgain_afterTheProgressWasLost_addsNothingEither() throws IOException {
        importLastfm(small());
        List<String> before = platform.contents();
        forgetProgressButNow();

        CommandRun again = importLastfm(small());

        assertThat(platform.contents()).isEqualTo(before);
        assertThat(again.figures()).contains("0 new, 16 there before, 0 rejected; 16 sent now");
    }

    @Test
    void brokenOffHalfway_theNextRunGoesOn_asIfNothingHadBeen() {
        platform.dieAfter(30_123);

        CommandRun broken = importLastfm(large(), "--format", "json", "--patience", "0");
        platform.live();
        CommandRun resumed = importLastfm(large(), "--format", "json");

        assertThat(broken.exit()).isEqualTo(Exit.FAILED.code());
        assertThat(broken.sentences()).contains("does not answer").doesNotContain("\tat ");
        assertThat(resumed.exit()).as(resumed.sentences()).isZero();
        assertThat(platform.plays()).hasSize(LARGE);
        JsonNode interactions = new JsonMapper().readTree(resumed.figures()).path("interactions");
        assertThat(interactions.path("total").longValue()).isEqualTo(LARGE);
        assertThat(interactions.path("sentNow").longValue()).isEqualTo(LARGE - 20_000);
        assertThat(interactions.path("duplicates").longValue()).isEqualTo(10_123);
        assertThat(interactions.path("accepted").longValue()).isEqualTo(LARGE - 10_123);
    }

    @Test
    void resumedAfterABreak_thePlatformHasTheSameAsWithout() {
        platform.dieAfter(25_000);
        importLastfm(large(), "--patience", "0");
        platform.live();
        importLastfm(large());
        Instant now = new JsonMapper()
                .readTree(importLastfm(large(), "--format", "json").figures())
                .path("now")
                .stringValue()
                .transform(Instant::parse);

        assertThat(times().toList().stream().max(Instant::compareTo)).contains(now);
        assertThat(platform.order()).doesNotHaveDuplicates().hasSize(LARGE);
    }

    @Test
    void whileThePlatformIsUnavailable_itWaits() {
        platform.unavailableFor(1);

        CommandRun run = importLastfm(small());

        assertThat(run.exit()).as(run.sentences()).isZero();
        assertThat(platform.plays()).hasSize(16);
    }

    @Test
    void whatThePlatformRejects_isNamed_andTheRestIsThere() throws IOException {
        Path archive = new MadeUpLastfm()
                .rows("artists.dat", "id\tname", "1\tNina", "2\t" + RecordingPlatform.REFUSED, "3\tJosé")
                .writtenTo(folder.resolve("rejected.tar.gz"));

        CommandRun run = importLastfm(archive);

        assertThat(run.exit()).isZero();
        assertThat(platform.cards()).containsOnlyKeys("lastfm-artist-1", "lastfm-artist-3");
        assertThat(platform.plays()).hasSize(15);
        assertThat(run.figures())
                .contains("rejected: card lastfm-artist-2: this title is refused")
                .contains("rejected: play lastfm-2-1 of listener 2: the card is not known");
        try (Stream<Path> files = Files.list(data().resolve("imports"))) {
            Path rejected = files.filter(file -> file.toString().endsWith(".rejected.txt"))
                    .findFirst()
                    .orElseThrow();
            assertThat(rejected).content().hasLineCount(2);
        }
    }

    @Test
    void theFigures_areToldAsJsonToo() {
        Path archive = new MadeUpLastfm()
                .rows("user_taggedartists.dat", "userID\tartistID\ttagID\tday\tmonth\tyear", "2\t1\t1\t1\t6\t1956")
                .writtenTo(folder.resolve("old.tar.gz"));

        JsonNode figures =
                new JsonMapper().readTree(importLastfm(archive, "--format=json").figures());

        assertThat(figures.path("source").stringValue()).isEqualTo("lastfm");
        assertThat(figures.path("cards").path("accepted").intValue()).isEqualTo(3);
        assertThat(figures.path("listeners").path("total").intValue()).isEqualTo(2);
        assertThat(figures.path("interactions").path("perSecond").doubleValue()).isPositive();
        assertThat(figures.path("leftOut").path("tagRowsDatedBefore1980").intValue())
                .isEqualTo(1);
        assertThat(figures.path("notes")).isNotEmpty();
    }

    @Test
    void aBrokenArchive_sendsNothing() throws IOException {
        byte[] whole = new MadeUpLastfm().bytes();
        Path half = Files.write(folder.resolve("half.tar.gz"), Arrays.copyOf(whole, whole.length / 2));

        CommandRun run = importLastfm(half);

        assertThat(run.exit()).isEqualTo(Exit.BROKEN_INPUT.code());
        assertThat(run.sentences())
                .startsWith(half + " is not a whole tar.gz archive: ")
                .hasLineCount(1);
        assertThat(platform.requests()).isEmpty();
    }

    @Test
    void noPlatform_isSaid() {
        CommandRun run = run(
                "import",
                "lastfm",
                small().toString(),
                "--data",
                folder.resolve("other").toString());

        assertThat(run.exit()).isEqualTo(Exit.NOT_RUNNING.code());
        assertThat(run.sentences()).startsWith("Counterpoint is not running on ");
    }

    @Test
    void negativePatience_isRefused() {
        assertThat(importLastfm(small(), "--patience", "-1").exit()).isEqualTo(Exit.USAGE.code());
    }

    @Test
    void theRealDataSet_arrivesWhole() {
        Path archive = PublicData.file("lastfm-2k/hetrec2011-lastfm-2k.tar.gz");

        CommandRun run = importLastfm(archive);

        assertThat(run.exit()).as(run.sentences()).isZero();
        assertThat(platform.cards()).hasSize(17_632);
        assertThat(platform.listeners()).hasSize(1_892);
        assertThat(platform.plays()).hasSize(509_167);
        assertThat(run.figures())
                .contains("left out: tag rows dated before 1980 5")
                .contains("left out: unknown tagged artists 390")
                .contains("left out: tag rows of unknown artists 1,538");
    }

    private Stream<Instant> times() {
        return platform.order().stream().map(platform::at);
    }

    /** The journal as if nothing had been sent; its now stays. */
    private void forgetProgressButNow() throws IOException {
        try (Stream<Path> files = Files.list(data().resolve("imports"))) {
            Path journal = files.filter(file -> file.toString().endsWith(".json"))
                    .findFirst()
                    .orElseThrow();
            JsonNode now =
                    new JsonMapper().readTree(Files.readAllBytes(journal)).path("now");
            Files.writeString(journal, "{\"now\":" + now + ",\"lines\":0,\"tallies\":{}}");
        }
    }

    private Path small() {
        return new MadeUpLastfm().writtenTo(folder.resolve("small.tar.gz"));
    }

    /** 400 listeners who played 13 artists ten times each. */
    private Path large() {
        String[] artists = Stream.concat(
                        Stream.of("id\tname"), IntStream.rangeClosed(1, 13).mapToObj(i -> i + "\tArtist " + i))
                .toArray(String[]::new);
        String[] plays = Stream.concat(
                        Stream.of("userID\tartistID\tweight"),
                        IntStream.range(0, 400 * 13).mapToObj(i -> (1 + i / 13) + "\t" + (1 + i % 13) + "\t22026"))
                .toArray(String[]::new);
        return new MadeUpLastfm()
                .rows("artists.dat", artists)
                .rows("user_artists.dat", plays)
                .writtenTo(folder.resolve("large.tar.gz"));
    }

    private CommandRun importLastfm(Path archive, String... more) {
        return run(Stream.concat(
                        Stream.of("import", "lastfm", archive.toString(), "--data", data().toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private Path data() {
        return folder.resolve("data");
    }

    private static CommandRun run(String... arguments) {
        Screen screen = new Screen();
        int exit = Counterpoint.commandLine(screen.terminal()).execute(arguments);
        return new CommandRun(exit, screen.figures(), screen.sentences());
    }
}
