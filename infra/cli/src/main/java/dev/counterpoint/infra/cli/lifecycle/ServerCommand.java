package dev.counterpoint.infra.cli.lifecycle;

import dev.counterpoint.infra.cli.platform.DataFolder;
import dev.counterpoint.infra.cli.platform.Sentences;
import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import dev.counterpoint.infra.cli.terminal.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the server's process is started with. */
final class ServerCommand {
    /** More arguments for the server's Java, in one string with blanks between them. */
    private static final String JAVA_OPTIONS = "COUNTERPOINT_JAVA_OPTIONS";

    private static final String LOG_PATTERN =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX,UTC} %-5level %logger [%thread] [%X{correlationId:-}] %msg%n";

    private final Path root;

    /** @param root of the project after a build, or of an installation */
    ServerCommand(Path root) {
        this.root = root;
    }

    /**
     * @param endWithParent whether the server ends when its standard input does
     * @param settings of the platform beside these, such as {@code --counterpoint.clock=simulated}
     * @throws CommandFailedException if the server was not built
     */
    List<String> of(DataFolder data, int port, boolean endWithParent, List<String> settings) {
        // Ctrl-C reaches all processes of a terminal, its end too: the server is stopped by whoever started it, in an
        // orderly way.
        List<String> command =
                new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "counterpoint-server"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx1g",
                // The features of a large page are no humongous object then.
                "-XX:G1HeapRegionSize=4m",
                // Pages look up cards all over a large heap.
                "-XX:+UseTransparentHugePages",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:ErrorFile=" + data.logs().resolve("java-error-%p.log")));
        command.addAll(moreJavaOptions());
        command.addAll(List.of("-jar", jar().toString()));
        command.addAll(List.of(
                "--server.port=" + port,
                "--counterpoint.data=" + data.path(),
                "--counterpoint.root=" + root,
                "--counterpoint.end-with-parent=" + endWithParent,
                "--logging.pattern.console=" + LOG_PATTERN));
        command.addAll(settings);
        return command;
    }

    private Path jar() {
        Path built = root.resolve("infra/server/target");
        Path folder = Files.isDirectory(built) ? built : root.resolve("lib");
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return files.filter(file -> file.getFileName().toString().matches("server-.*-exec\\.jar"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> new CommandFailedException(
                            Exit.FAILED,
                            "The server is not built: there is no server-…-exec.jar in " + folder
                                    + ". Build it with: mvn -DskipTests package"));
        } catch (IOException failed) {
            throw new CommandFailedException(Exit.FAILED, folder + " cannot be read: " + Sentences.of(failed) + ".");
        }
    }

    private static List<String> moreJavaOptions() {
        String options = System.getenv(JAVA_OPTIONS);
        return options == null || options.isBlank()
                ? List.of()
                : Arrays.asList(options.strip().split("\\s+"));
    }
}
