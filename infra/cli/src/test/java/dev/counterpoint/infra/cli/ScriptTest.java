package dev.counterpoint.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script at the root of the project, in a project that is laid out for the purpose: its Maven and its Java only take notes. */
class ScriptTest {
    private static final Path SCRIPT = Path.of(System.getProperty("counterpoint.root", ""))
            .toAbsolutePath()
            .resolve("counterpoint");

    @TempDir
    private Path folder;

    private Path root = Path.of("");

    @BeforeEach
    void layOut() throws IOException {
        root = Files.createDirectories(folder.resolve("a project"));
        Files.copy(SCRIPT, root.resolve("counterpoint"));
        for (String module : List.of("domain", "command-side", "query-side", "training", "infra/cli/target")) {
            Files.createDirectories(root.resolve(module));
        }
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        Files.writeString(root.resolve("infra/cli/target/cli-0.1.jar"), "a jar");
        executable("mvn", "echo \"mvn $*\" >> \"$NOTES\"; mkdir -p infra/cli/target/lib; exit \"${MVN_EXIT:-0}\"");
        executable("jdk/bin/java", "echo \"java $*\" >> \"$NOTES\"");
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"17.0.15\"\n");
    }

    @Test
    void script_isPlainShell() throws Exception {
        assertThat(run(Map.of(), "sh", "-n", SCRIPT.toString()).exit).isZero();
        assertThat(Files.getPosixFilePermissions(SCRIPT)).containsAll(PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void firstUse_builds_andSaysSo() throws Exception {
        Ended first = counterpoint("status", "--data", "x y");

        assertThat(first.exit).as(first.output).isZero();
        assertThat(first.output).contains("Building Counterpoint (first use");
        assertThat(notes()).hasSize(2);
        assertThat(notes().get(0)).startsWith("mvn ").contains("-pl infra/server,infra/cli -am package");
        assertThat(notes().get(1))
                .startsWith("java ")
                .contains("-Dcounterpoint.root=" + root.toRealPath(), "-Dcounterpoint.interactive=false")
                .endsWith("-jar " + root.toRealPath() + "/infra/cli/target/cli-0.1.jar status --data x y");
    }

    @Test
    void laterUses_doNotBuild() throws Exception {
        counterpoint("status");
        Ended second = counterpoint("status");

        assertThat(second.output).isEmpty();
        assertThat(notes().stream().filter(note -> note.startsWith("mvn"))).hasSize(1);
    }

    @Test
    void up_buildsAgain_whenASourceIsNewer_othersDoNot() throws Exception {
        counterpoint("status");
        Path source =
                Files.createDirectories(root.resolve("domain/src/main/java")).resolve("A.java");
        Files.writeString(source, "class A {}");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(counterpoint("status").output).isEmpty();
        assertThat(counterpoint("up").output).contains("its sources have changed");
    }

    @Test
    void up_doesNotBuildAgain_forTests() throws Exception {
        counterpoint("status");
        Path test =
                Files.createDirectories(root.resolve("domain/src/test/java")).resolve("ATest.java");
        Files.writeString(test, "class ATest {}");
        Files.setLastModifiedTime(test, FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(counterpoint("up").output).isEmpty();
    }

    @Test
    void aBuildThatFails_isSaid_andTriedAgainNextTime() throws Exception {
        Ended failed = run(Map.of("MVN_EXIT", "1"), root.resolve("counterpoint").toString(), "status");

        assertThat(failed.exit).isEqualTo(1);
        assertThat(failed.output).contains("The build failed; all that it said is in ");
        assertThat(notes()).hasSize(1);
        assertThat(counterpoint("status").exit).isZero();
    }

    @Test
    void throughASymbolicLink_andFromAnywhere_itFindsTheProject() throws Exception {
        Path link = Files.createSymbolicLink(
                Files.createDirectories(folder.resolve("bin")).resolve("cp"), Path.of("../a project/counterpoint"));

        assertThat(run(Map.of(), link.toString(), "status").exit).isZero();
        assertThat(notes().get(1)).contains("-Dcounterpoint.root=" + root.toRealPath());
    }

    @Test
    void anOlderJava_isRefused() throws Exception {
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"11.0.2\"\n");

        Ended refused = counterpoint("status");

        assertThat(refused.exit).isEqualTo(6);
        assertThat(refused.output).contains("needs Java 17 or newer, and ").contains(" is 11: set JAVA_HOME");
    }

    private Ended counterpoint(String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(root.resolve("counterpoint").toString()));
        command.addAll(List.of(arguments));
        return run(Map.of(), command.toArray(String[]::new));
    }

    private Ended run(Map<String, String> more, String... command) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.put("PATH", folder + ":" + environment.get("PATH"));
        environment.put("JAVA_HOME", folder.resolve("jdk").toString());
        environment.put("NOTES", folder.resolve("notes").toString());
        environment.putAll(more);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), output);
    }

    private List<String> notes() throws IOException {
        return Files.readAllLines(folder.resolve("notes"));
    }

    private void executable(String name, String script) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private record Ended(int exit, String output) {}
}
