package dev.counterpoint.infra.server.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.infra.embedded.EmbeddedServerException;
import dev.counterpoint.infra.server.StartRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path temporary;

    @Test
    void take_makesTheFolder_andHoldsItForOne() {
        Path path = temporary.resolve("a").resolve("b");

        try (DataFolder folder = DataFolder.take(path)) {
            assertThat(folder.path()).isDirectory().isAbsolute();
            assertThatThrownBy(() -> DataFolder.take(path))
                    .isInstanceOf(EmbeddedServerException.class)
                    .hasMessageContaining("in use");
        }
        DataFolder.take(path).close();
    }

    @Test
    void take_onADiskThatIsFull_isRefusedInWords() {
        assertThatThrownBy(() -> DataFolder.take(temporary, Long.MAX_VALUE))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("is full");
    }

    @Test
    void take_ofWhatIsNoFolder_isRefusedInWords() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "");

        assertThatThrownBy(() -> DataFolder.take(file))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining(file.toString());
    }
}
