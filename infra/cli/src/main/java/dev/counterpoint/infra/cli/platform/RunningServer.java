package dev.counterpoint.infra.cli.platform;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server as it describes itself in its data folder once it is ready.
 *
 * @param address that it listens at, without the port
 * @param startedAt of the process
 */
public record RunningServer(long pid, String address, int port, Instant startedAt, String version) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** How far the server's own word and the kernel's on the start of a process may lie apart. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    /** The description in a file; empty if there is none, or none that is whole. */
    static Optional<RunningServer> read(Path file) {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file), RunningServer.class));
        } catch (IOException | JacksonException absentOrBroken) {
            return Optional.empty();
        }
    }

    /** Where this machine reaches it: one that listens at all addresses listens at loopback too. */
    public URI url() {
        boolean everywhere = address.equals("0.0.0.0") || address.equals("0:0:0:0:0:0:0:0");
        String host = everywhere ? "127.0.0.1" : address.contains(":") ? "[" + address + "]" : address;
        return URI.create("http://" + host + ":" + port);
    }

    /** Whether the process lives; one that was given the same number later is not taken for it. */
    public boolean isAlive() {
        return process().isPresent();
    }

    /** Empty if it has ended. */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::startedThen);
    }

    private boolean startedThen(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(start -> Duration.between(start, startedAt).abs().compareTo(TOLERANCE) < 0)
                .orElse(true);
    }
}
