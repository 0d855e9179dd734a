package dev.counterpoint.infra.server.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server as it is shipped, in a process of its own that ends with this one. */
final class ServerProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(240);

    private final Path data;
    private final Path output;
    private final Process process;

    private ServerProcess(Path data, Path output, Process process) {
        this.data = data;
        this.output = output;
        this.process = process;
    }

    /** Starts it on a data folder and a free port; returns at once. */
    static ServerProcess begin(Path data, String... arguments) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar().toString()));
        words.addAll(withDefaults(data, arguments));
        try {
            Path output =
                    Files.createTempFile(Files.createDirectories(Path.of("target", "platform")), "server", ".log");
            Process process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            return new ServerProcess(data, output, process);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Starts it and waits until it is ready. */
    static ServerProcess start(Path data, String... arguments) {
        ServerProcess server = begin(data, arguments);
        server.awaitReady();
        return server;
    }

    Calls calls() {
        return new Calls(card().get("port").intValue());
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Waits for its end: the exit status. */
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the server did not end: " + output());
        }
        return process.exitValue();
    }

    /** The process id of the child that runs a program now. */
    long childRunning(String mainClass) {
        return process.descendants()
                .filter(child -> child.info()
                        .arguments()
                        .map(words -> List.of(words).contains(mainClass))
                        .orElse(false))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no child runs " + mainClass))
                .pid();
    }

    /** The orderly end. */
    void stop() throws InterruptedException {
        tellToStop();
        awaitEnd();
    }

    /** Begins the orderly end; returns at once. */
    void tellToStop() {
        process.destroy();
    }

    /** The end that nobody can catch. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Lets go of the child, which is to end by itself. */
    void closeItsInput() throws IOException {
        process.getOutputStream().close();
    }

    @Override
    public void close() throws InterruptedException {
        if (process.isAlive()) {
            stop();
        }
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new AssertionError("the server is not ready: " + output());
            }
            try {
                process.waitFor(100, TimeUnit.MILLISECONDS);
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
    }

    /** An option that stands twice would be taken as a list. */
    private static Collection<String> withDefaults(Path data, String... arguments) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("--counterpoint.data", data.toString());
        options.put("--counterpoint.root", System.getProperty("counterpoint.root"));
        options.put("--counterpoint.end-with-parent", "true");
        options.put("--server.port", "0");
        for (String argument : arguments) {
            int end = argument.indexOf('=');
            options.put(argument.substring(0, end), argument.substring(end + 1));
        }
        return options.entrySet().stream()
                .map(option -> option.getKey() + "=" + option.getValue())
                .toList();
    }

    /** A card of an earlier process, which was killed, does not count. */
    private boolean isReady() {
        return Files.exists(data.resolve("server.json")) && card().get("pid").longValue() == process.pid();
    }

    private JsonNode card() {
        try {
            return JsonMapper.shared().readTree(Files.readString(data.resolve("server.json")));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path jar() {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
