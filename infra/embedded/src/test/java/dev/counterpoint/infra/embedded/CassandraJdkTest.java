package dev.counterpoint.infra.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CassandraJdkTest {
    @TempDir
    Path folder;

    @Test
    void choose_fromManyVersions_takes17() throws IOException {
        List<Path> homes = List.of(jdk("a", "25.0.1"), jdk("b", "11.0.2"), jdk("c", "17.0.15"));

        assertThat(CassandraJdk.choose(homes)).isEqualTo(homes.get(2));
    }

    @Test
    void choose_without17_takes11() throws IOException {
        List<Path> homes = List.of(jdk("a", "25.0.1"), jdk("b", "11.0.2"));

        assertThat(CassandraJdk.choose(homes)).isEqualTo(homes.get(1));
    }

    @Test
    void choose_withoutAny_saysWhatToDo() throws IOException {
        List<Path> homes = List.of(jdk("a", "25.0.1"), folder.resolve("nothing"), jdk("b", "seventeen"));

        assertThatExceptionOfType(EmbeddedServerException.class)
                .isThrownBy(() -> CassandraJdk.choose(homes))
                .withMessageContaining("JDK 17")
                .withMessageContaining("JAVA_HOME_17");
    }

    @Test
    void within_aFolderOfJdks_findsThemAndThoseInBundles() throws IOException {
        Path plain = jdk("plain", "17.0.1");
        Path bundled = jdk("bundle.jdk/Contents/Home", "17.0.1");

        assertThat(CassandraJdk.within(List.of(folder, folder.resolve("absent"))))
                .contains(plain, bundled);
    }

    @Test
    void find_here_findsOne() {
        assertThat(CassandraJdk.find().resolve("bin").resolve("java")).isExecutable();
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        assertThat(Files.createFile(java).toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }
}
