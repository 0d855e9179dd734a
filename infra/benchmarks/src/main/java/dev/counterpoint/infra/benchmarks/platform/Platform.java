package dev.counterpoint.infra.benchmarks.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A platform that runs on a data folder, with its embedded servers. Closing it stops it and leaves the folder. */
public final class Platform implements AutoCloseable {
    private final CounterpointCommand command;
    private final Path data;
    private final URI url;
    private final Duration startUp;

    private Platform(CounterpointCommand command, Path data, URI url, Duration startUp) {
        this.command = command;
        this.data = data;
        this.url = url;
        this.startUp = startUp;
    }

    /** Starts one at a free port, and returns when it is ready. */
    public static Platform up(CounterpointCommand command, Path data) {
        int port = freePort();
        long began = System.nanoTime();
        command.run(data, "up", "--detach", "--port", Integer.toString(port));
        Duration startUp = Duration.ofNanos(System.nanoTime() - began);
        return new Platform(command, data, URI.create("http://127.0.0.1:" + port), startUp);
    }

    public URI url() {
        return url;
    }

    public Path data() {
        return data;
    }

    /** From the call of the command to its return. */
    public Duration startUp() {
        return startUp;
    }

    /** Runs the command on this platform to its end: what it printed. */
    public String run(String... arguments) {
        return command.run(data, arguments);
    }

    /** Begins to run the command on this platform. */
    public Process start(String... arguments) {
        return command.start(data, arguments);
    }

    /** Its processes as they are now: {@code server}, {@code cassandra}, {@code kafka}. */
    public Map<String, Long> pids() {
        JsonNode status = JsonMapper.shared().readTree(run("status", "--format", "json"));
        Map<String, Long> pids = new LinkedHashMap<>();
        for (JsonNode process : status.at("/memory/processes")) {
            pids.put(process.get("name").stringValue(), process.get("pid").longValue());
        }
        return pids;
    }

    /** {@code kill -9} of one of its processes. */
    public void kill(String process) {
        ProcessHandle handle = ProcessHandle.of(Objects.requireNonNull(pids().get(process), process))
                .orElseThrow();
        handle.destroyForcibly();
        handle.onExit().join();
    }

    /** Where the embedded Cassandra listens. */
    public InetSocketAddress cassandra() {
        return address("cassandra", "native");
    }

    /** Where the embedded Kafka listens, as clients are told it. */
    public String kafka() {
        InetSocketAddress broker = address("kafka", "broker");
        return broker.getHostString() + ":" + broker.getPort();
    }

    private InetSocketAddress address(String server, String purpose) {
        Properties ports = new Properties();
        try (var file = Files.newBufferedReader(data.resolve(server).resolve("ports.properties"))) {
            ports.load(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new InetSocketAddress("127.0.0.1", Integer.parseInt(ports.getProperty(purpose)));
    }

    @Override
    public void close() {
        command.run(data, "stop");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
