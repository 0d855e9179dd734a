package dev.counterpoint.infra.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server that runs as a child of this process, on loopback only: started again when it crashes, ended when this process ends, of whatever
 * cause. Thread-safe.
 */
public final class EmbeddedServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final Duration ORDERLY = Duration.ofSeconds(10);
    private static final long FIRST_PAUSE_MS = 250;
    private static final long LONGEST_PAUSE_MS = 10_000;

    private final String name;
    private final Path folder;
    private final Path log;
    private final ChildCommand command;
    private final Readiness readiness;
    private final int port;
    private final AtomicInteger restarts = new AtomicInteger();
    private volatile boolean open = true;
    private volatile Process process;

    EmbeddedServer(String name, Path folder, Path log, ChildCommand command, Readiness readiness, int port) {
        this.name = name;
        this.folder = folder;
        this.log = log;
        this.command = command;
        this.readiness = readiness;
        this.port = port;
        this.process = launch();
        Thread supervisor = new Thread(this::supervise, name + "-supervisor");
        supervisor.setDaemon(true);
        supervisor.start();
    }

    /** {@code 127.0.0.1:port}, where clients connect. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /** Of the process that runs now. */
    public long pid() {
        return process.pid();
    }

    /** How often the server was started again after a crash. */
    public int restarts() {
        return restarts.get();
    }

    /** Whether the server answers in its protocol, now. */
    public boolean isReady() {
        return process.isAlive() && readiness.of(port);
    }

    /**
     * Waits until the server answers.
     *
     * @throws EmbeddedServerException if it does not in time, or ends before
     */
    public EmbeddedServer awaitReady(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!isReady()) {
            if (!process.isAlive() && restarts.get() == 0) {
                throw new EmbeddedServerException(name + " ended while it started: " + Complaint.in(log));
            }
            if (System.nanoTime() > deadline) {
                throw new EmbeddedServerException(
                        name + " did not answer within " + atMost.toSeconds() + " s: " + Complaint.in(log));
            }
            pause(50);
        }
        return this;
    }

    /** Ends the server in an orderly way, or by force after ten seconds. */
    @Override
    public void close() {
        open = false;
        Process running = process;
        try {
            running.getOutputStream().close();
            if (!running.waitFor(ORDERLY.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("server killed name={} afterMs={}", name, ORDERLY.toMillis());
                running.destroyForcibly().waitFor();
            }
        } catch (IOException | InterruptedException hurried) {
            running.destroyForcibly();
        }
    }

    private Process launch() {
        try {
            List<String> words = command.words(folder);
            Files.writeString(folder.resolve("command.txt"), String.join("\n", words));
            return new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()))
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(name + " could not be started", failed);
        }
    }

    /** A server that crashes while it starts for the first time is not tried again: that would hide why. */
    private void supervise() {
        long pauseMs = FIRST_PAUSE_MS;
        boolean wasReady = false;
        while (open) {
            long since = System.nanoTime();
            while (process.isAlive() && open) {
                wasReady = wasReady || readiness.of(port);
                pause(100);
            }
            if (!open || !wasReady) {
                return;
            }
            boolean ranLong = System.nanoTime() - since > Duration.ofMinutes(1).toNanos();
            pauseMs = ranLong ? FIRST_PAUSE_MS : Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
            LOG.warn(
                    "server crashed name={} exit={} restart={}", name, process.exitValue(), restarts.incrementAndGet());
            pause(pauseMs);
            restartUnlessClosed();
        }
    }

    private synchronized void restartUnlessClosed() {
        if (open) {
            process = launch();
            if (!open) {
                process.destroyForcibly();
            }
        }
    }

    private static void pause(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new EmbeddedServerException("The start was interrupted.", interrupted);
        }
    }
}
