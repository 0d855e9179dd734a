package dev.counterpoint.infra.cli.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.infra.cli.platform.DataFolder;
import dev.counterpoint.infra.cli.platform.RunningServer;
import dev.counterpoint.infra.cli.terminal.Exit;
import dev.counterpoint.infra.cli.testing.CommandProcess;
import dev.counterpoint.infra.cli.testing.CommandRun;
import dev.counterpoint.infra.cli.testing.Eventually;
import dev.counterpoint.infra.cli.testing.FakeServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code up}, {@code status} and {@code stop}, as processes, with a server that has no stores. */
class UpAndStopTest {
    @TempDir
    private Path folder;

    private int port;

    @BeforeEach
    void build() throws IOException {
        FakeServer.builtIn(folder.resolve("root"));
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    @AfterEach
    void endWhatIsLeft() {
        server().flatMap(RunningServer::process).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void upDetached_returnsWhenReady_andTheServerLivesOn() {
        CommandRun up = run("up", "--detach");

        assertThat(up.exit()).as(up.sentences()).isZero();
        assertThat(up.figures()).matches("ready at http://127\\.0\\.0\\.1:" + port + " in \\d+\\.\\d s\n");
        assertThat(up.sentences()).contains("Cassandra comes up").doesNotContain("never shown");
        assertThat(server()).isPresent();
        assertThat(data().resolve("logs/server.log")).content().contains("never shown");
    }

    @Test
    void up_toldToPrintJson_prints_nothingElse() {
        JsonNode ready = new JsonMapper()
                .readTree(run("up", "--detach", "--format", "json").figures());

        assertThat(ready.path("port").intValue()).isEqualTo(port);
        assertThat(ready.path("url").stringValue()).isEqualTo("http://127.0.0.1:" + port);
        assertThat(ready.path("pid").longValue())
                .isEqualTo(server().orElseThrow().pid());
        assertThat(ready.path("seconds").doubleValue()).isPositive();
    }

    @Test
    void stop_endsTheServerInAnOrderlyWay_andTheDataCanBeUsedAgain() {
        run("up", "--detach");

        CommandRun stop = run("stop");

        assertThat(stop.exit()).as(stop.sentences()).isZero();
        assertThat(stop.figures()).startsWith("Counterpoint was stopped in ");
        assertThat(server()).isEmpty();
        assertThat(data().resolve("ended")).exists();
        assertThat(run("up", "--detach").exit()).isZero();
        assertThat(data().resolve("logs/server.previous.log")).exists();
    }

    @Test
    void stop_findsAServerWhoseDescriptionWasLost() throws IOException {
        run("up", "--detach");
        ProcessHandle process = server().flatMap(RunningServer::process).orElseThrow();
        Files.writeString(data().resolve("lock"), process.pid() + "\n");
        Files.delete(data().resolve("server.json"));

        assertThat(run("status").sentences()).contains("process " + process.pid() + " holds the folder");
        assertThat(run("stop").exit()).isZero();
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void stop_ofNothing_isSaid() {
        assertThat(run("stop"))
                .isEqualTo(new CommandRun(
                        Exit.NOT_RUNNING.code(),
                        "",
                        "Counterpoint is not running on " + data() + ". Start it with: ./counterpoint up --data "
                                + data() + "\n"));
    }

    @Test
    void status_tellsHealthAndMemory() {
        run("up", "--detach");

        CommandRun text = run("status");
        JsonNode json =
                new JsonMapper().readTree(run("status", "--format", "json").figures());

        assertThat(text.exit()).as(text.sentences()).isZero();
        assertThat(text.figures())
                .startsWith("Counterpoint fake runs at http://127.0.0.1:" + port)
                .contains("health: UP", "cassandra: UP", "memory: ", "server (");
        assertThat(json.path("running").booleanValue()).isTrue();
        assertThat(json.path("health").path("components").path("cassandra").stringValue())
                .isEqualTo("UP");
        assertThat(json.path("memory").path("processes").path(0).path("name").stringValue())
                .isEqualTo("server");
        if (Files.exists(Path.of("/proc/self/status"))) {
            assertThat(json.path("memory").path("residentBytes").longValue()).isGreaterThan(10L << 20);
        }
    }

    @Test
    void status_ofNothing_hasAnExitCodeOfItsOwn() {
        assertThat(run("status").exit()).isEqualTo(Exit.NOT_RUNNING.code());
        CommandRun json = run("status", "--format", "json");
        assertThat(json.exit()).isEqualTo(Exit.NOT_RUNNING.code());
        assertThat(new JsonMapper().readTree(json.figures()).path("running").booleanValue(true))
                .isFalse();
    }

    @Test
    void aSecondUp_onTheSameData_isRefused() {
        run("up", "--detach");

        CommandRun second = run("up", "--detach");

        assertThat(second.exit()).isEqualTo(Exit.DATA_IN_USE.code());
        assertThat(second.sentences())
                .startsWith("Counterpoint runs on " + data() + " already, at http://127.0.0.1:" + port)
                .hasLineCount(1);
        assertThat(server()).isPresent();
    }

    @Test
    void up_atAPortInUse_isRefused() throws IOException {
        try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            CommandRun up = run("up", "--detach");

            assertThat(other.isBound()).isTrue();
            assertThat(up)
                    .isEqualTo(new CommandRun(
                            Exit.PORT_IN_USE.code(),
                            "",
                            "The port " + port + " is in use. Name another one with --port.\n"));
        }
    }

    @Test
    void up_ofAServerThatRefuses_endsWithItsWordsAndItsCode() throws IOException {
        behave("refuse 6");

        CommandRun up = run("up", "--detach");

        assertThat(up.exit()).isEqualTo(Exit.NO_JAVA.code());
        assertThat(up.sentences()).endsWith("\nCassandra cannot start.\n").doesNotContain("\tat ", "WARNING");
        assertThat(up.figures()).isEmpty();
    }

    @Test
    void up_withoutABuiltServer_saysHowToBuildIt() {
        CommandRun up = new CommandProcess(folder, arguments("up", "--detach")).run();

        assertThat(up.exit()).isEqualTo(Exit.FAILED.code());
        assertThat(up.sentences()).startsWith("The server is not built: ").endsWith("mvn -DskipTests package\n");
    }

    @Test
    void interrupted_upEndsTheServerInAnOrderlyWay() throws IOException {
        CommandProcess up = foreground();

        up.interrupt();
        CommandRun ended = up.run();

        assertThat(ended.exit()).isEqualTo(130);
        assertThat(ended.sentences()).endsWith("Counterpoint stops…\nCounterpoint was stopped.\n");
        assertThat(server()).isEmpty();
        assertThat(data().resolve("ended")).exists();
    }

    @Test
    void ctrlC_reachesTheServerToo_whichLeavesItsEndToUp() throws Exception {
        CommandProcess up = foreground();
        ProcessHandle server = server().flatMap(RunningServer::process).orElseThrow();

        for (String signal : List.of("-INT", "-HUP")) {
            new ProcessBuilder("kill", signal, Long.toString(server.pid()))
                    .start()
                    .waitFor();
        }

        assertThat(run("status").exit()).isZero();
        assertThat(up.isAlive()).isTrue();
        assertThat(data().resolve("ended")).doesNotExist();
    }

    @Test
    void killed_upTakesTheServerWithIt() {
        CommandProcess up = foreground();
        ProcessHandle server = server().flatMap(RunningServer::process).orElseThrow();

        up.kill();

        Eventually.holds("the server has ended", () -> !server.isAlive());
        assertThat(data().resolve("ended")).exists();
    }

    @Test
    void stoppedFromElsewhere_upEndsToo() {
        CommandProcess up = foreground();

        run("stop");
        CommandRun ended = up.run();

        assertThat(ended.exit()).isZero();
        assertThat(ended.sentences()).endsWith("Counterpoint was stopped.\n");
    }

    @Test
    void aServerThatIsKilled_isSaid() {
        CommandProcess up = foreground();

        server().flatMap(RunningServer::process).orElseThrow().destroyForcibly();
        CommandRun ended = up.run();

        assertThat(ended.exit()).isEqualTo(Exit.FAILED.code());
        assertThat(ended.sentences()).contains("The server ended with status 137. Its log is ");
    }

    private CommandProcess foreground() {
        CommandProcess up = new CommandProcess(folder.resolve("root"), arguments("up"));
        Eventually.holds("the platform is ready", () -> up.figures().startsWith("ready at ") || !up.isAlive());
        assertThat(server()).isPresent();
        return up;
    }

    private CommandRun run(String... arguments) {
        return new CommandProcess(folder.resolve("root"), arguments(arguments)).run();
    }

    private String[] arguments(String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--data", data().toString(), "--port", String.format(Locale.ROOT, "%d", port)));
        return all.toArray(String[]::new);
    }

    private void behave(String behaviour) throws IOException {
        Files.createDirectories(data());
        Files.writeString(data().resolve("behaviour"), behaviour);
    }

    private Optional<RunningServer> server() {
        return new DataFolder(data()).running();
    }

    private Path data() {
        return folder.resolve("data");
    }
}
