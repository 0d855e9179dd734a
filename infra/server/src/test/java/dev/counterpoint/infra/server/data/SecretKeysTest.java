package dev.counterpoint.infra.server.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretKeysTest {
    @TempDir
    Path data;

    @Test
    void key_isMadeOnceAndKept() {
        byte[] key = new SecretKeys(data).of("platform");

        assertThat(key).hasSize(32).isNotEqualTo(new byte[32]);
        assertThat(new SecretKeys(data).of("platform")).isEqualTo(key);
        assertThat(new SecretKeys(data).of("decisions")).isNotEqualTo(key);
    }

    @Test
    void file_isItsOwnersAlone() throws IOException {
        new SecretKeys(data).of("platform");
        Path file = data.resolve("keys").resolve("platform.key");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(data.resolve("keys"))) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void file_thatIsNoKey_isRefusedAndLeftAlone() throws IOException {
        Path file = Files.createDirectories(data.resolve("keys")).resolve("platform.key");
        Files.writeString(file, "short");

        assertThatIllegalStateException().isThrownBy(() -> new SecretKeys(data).of("platform"));
        assertThat(file).hasContent("short");
    }
}
