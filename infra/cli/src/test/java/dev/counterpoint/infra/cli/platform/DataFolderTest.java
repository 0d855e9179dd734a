package dev.counterpoint.infra.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import dev.counterpoint.infra.cli.testing.RecordingPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    private Path folder;

    @Test
    void prepare_makesTheFolder() {
        DataFolder data = new DataFolder(folder.resolve("new/data"));

        data.prepare();

        assertThat(data.logs()).isDirectory();
    }

    @Test
    void prepare_whereAFileStands_saysSo() throws IOException {
        Path file = Files.writeString(folder.resolve("data"), "no folder");

        assertThatThrownBy(() -> new DataFolder(file).prepare())
                .isInstanceOf(CommandFailedException.class)
                .hasMessageStartingWith("The data folder " + file + " cannot be used: ");
    }

    @Test
    void prepare_onADiskWithLittleRoom_saysSo() {
        assertThatThrownBy(() -> new DataFolder(folder).prepare(Long.MAX_VALUE))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageStartingWith("The disk of " + folder + " is full: ");
    }

    @Test
    void running_whatTheServerDescribed_isFound() {
        try (RecordingPlatform server = new RecordingPlatform().runningOn(folder)) {
            assertThat(new DataFolder(folder)
                            .running(Optional.of(server.port()))
                            .port())
                    .isEqualTo(server.port());
        }
    }

    @Test
    void running_atAnotherPortThanNamed_isRefused() {
        try (RecordingPlatform server = new RecordingPlatform().runningOn(folder)) {
            assertThatThrownBy(() -> new DataFolder(folder).running(Optional.of(1)))
                    .isInstanceOf(CommandFailedException.class)
                    .hasMessage("The platform on " + folder + " listens at port " + server.port() + ", not 1.");
        }
    }

    @Test
    void running_nothing_saysHowToStart() {
        assertThatThrownBy(() -> new DataFolder(folder).running(Optional.empty()))
                .isInstanceOf(CommandFailedException.class)
                .hasMessage("Counterpoint is not running on " + folder + ". Start it with: ./counterpoint up --data "
                        + folder);
    }

    @Test
    void running_aServerWithoutItsDescription_saysWhichProcessHoldsTheFolder() throws IOException {
        long own = ProcessHandle.current().pid();
        Files.writeString(folder.resolve("lock"), own + "\n");

        assertThat(new DataFolder(folder).holder()).contains(ProcessHandle.current());
        assertThatThrownBy(() -> new DataFolder(folder).running(Optional.empty()))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("process " + own + " holds the folder");
    }

    @Test
    void holder_aProcessThatCameAfterTheLock_isNone() throws IOException {
        Path lock = Files.writeString(
                folder.resolve("lock"), ProcessHandle.current().pid() + "\n");
        Files.setLastModifiedTime(lock, FileTime.from(Instant.EPOCH));

        assertThat(new DataFolder(folder).holder()).isEmpty();
    }

    @Test
    void holder_aLockThatNamesNobody_isNone() throws IOException {
        assertThat(new DataFolder(folder).holder()).isEmpty();

        Files.writeString(folder.resolve("lock"), "");

        assertThat(new DataFolder(folder).holder()).isEmpty();
    }
}
