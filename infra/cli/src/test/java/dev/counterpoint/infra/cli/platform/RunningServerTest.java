package dev.counterpoint.infra.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.infra.cli.testing.RecordingPlatform;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningServerTest {
    @TempDir
    private Path folder;

    @Test
    void read_takesWhatTheServerWrote() throws IOException {
        assertThat(RunningServer.read(written(
                        "{\"pid\":7,\"address\":\"127.0.0.1\",\"port\":8081,\"startedAt\":\"2026-01-02T03:04:05.678Z\","
                                + "\"version\":\"0.1\",\"newer\":[1]}")))
                .contains(new RunningServer(7, "127.0.0.1", 8081, Instant.parse("2026-01-02T03:04:05.678Z"), "0.1"));
    }

    @Test
    void read_halfADescription_isNone() throws IOException {
        assertThat(RunningServer.read(written("{\"pid\":7,\"addr"))).isEmpty();
    }

    @Test
    void read_noFile_isNone() {
        assertThat(RunningServer.read(folder.resolve("absent"))).isEmpty();
    }

    @Test
    void isAlive_theProcessThatWroteIt_is() {
        assertThat(of(ProcessHandle.current().pid(), RecordingPlatform.startOfThisProcess())
                        .isAlive())
                .isTrue();
    }

    @Test
    void isAlive_aLaterProcessOfTheSameNumber_isNotTakenForIt() {
        Instant before = RecordingPlatform.startOfThisProcess().minus(Duration.ofHours(1));

        assertThat(of(ProcessHandle.current().pid(), before).isAlive()).isFalse();
    }

    @Test
    void isAlive_noProcess_isNot() {
        assertThat(of(Integer.MAX_VALUE, Instant.now()).isAlive()).isFalse();
    }

    @Test
    void url_reachesEveryKindOfAddress() {
        assertThat(at("127.0.0.1").url()).isEqualTo(URI.create("http://127.0.0.1:8080"));
        assertThat(at("0.0.0.0").url()).isEqualTo(URI.create("http://127.0.0.1:8080"));
        assertThat(at("0:0:0:0:0:0:0:1").url()).isEqualTo(URI.create("http://[0:0:0:0:0:0:0:1]:8080"));
    }

    private static RunningServer at(String address) {
        return new RunningServer(1, address, 8080, Instant.EPOCH, "0.1");
    }

    private static RunningServer of(long pid, Instant startedAt) {
        return new RunningServer(pid, "127.0.0.1", 8080, startedAt, "0.1");
    }

    private Path written(String json) throws IOException {
        return Files.writeString(folder.resolve("server.json"), json);
    }
}
