package dev.counterpoint.infra.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderLockTest {

    @Test
    void of_aFolderThatIsHeld_saysSo(@TempDir Path folder) {
        try (DataFolderLock held = DataFolderLock.of(folder)) {
            assertThatExceptionOfType(EmbeddedServerException.class)
                    .isThrownBy(() -> DataFolderLock.of(folder))
                    .withMessageContaining("in use");
        }
    }

    @Test
    void of_aFolder_saysWhoHoldsIt(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("lock"), "12345678901234567890");

        try (DataFolderLock held = DataFolderLock.of(folder)) {
            assertThat(folder.resolve("lock"))
                    .hasContent(Long.toString(ProcessHandle.current().pid()));
        }
    }

    @Test
    void of_aFolderThatWasGivenBack_holdsIt(@TempDir Path folder) {
        DataFolderLock.of(folder).close();

        assertThatNoException().isThrownBy(() -> DataFolderLock.of(folder).close());
    }
}
