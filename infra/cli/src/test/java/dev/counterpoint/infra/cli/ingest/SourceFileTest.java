package dev.counterpoint.infra.cli.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFileTest {
    @TempDir
    private Path folder;

    @Test
    void fingerprint_isThatOfTheContent() throws IOException {
        Path one = Files.writeString(folder.resolve("one"), "listens");
        Path copy = Files.writeString(folder.resolve("copy"), "listens");
        Path other = Files.writeString(folder.resolve("other"), "listens\n");

        assertThat(SourceFile.of(one).fingerprint())
                .matches("[0-9a-f]{16}")
                .isEqualTo(SourceFile.of(copy).fingerprint())
                .isNotEqualTo(SourceFile.of(other).fingerprint());
    }

    @Test
    void noFile_isNamed() {
        assertThatThrownBy(() -> SourceFile.of(folder.resolve("absent")))
                .isInstanceOf(CommandFailedException.class)
                .hasMessage(folder.resolve("absent") + " cannot be read: there is no such file.");
    }
}
