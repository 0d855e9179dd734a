package dev.counterpoint.infra.server.time;

import dev.counterpoint.domain.time.PlatformClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A time that stands still until it is moved, and never goes back: also not over a restart, since it is kept in a file. Thread-safe.
 */
public final class SimulatedClock implements PlatformClock {
    private final Path file;
    private volatile Instant now;

    private SimulatedClock(Path file, Instant now) {
        this.file = file;
        this.now = now;
    }

    /**
     * The clock of a data folder.
     *
     * @param first what it shows before it was ever moved
     */
    public static SimulatedClock of(Path data, Instant first) {
        Path file = data.resolve("simulated-clock");
        try {
            Instant shown =
                    Files.exists(file) ? Instant.parse(Files.readString(file).strip()) : first;
            return new SimulatedClock(file, shown.truncatedTo(ChronoUnit.MICROS));
        } catch (IOException failed) {
            throw new UncheckedIOException("The simulated clock " + file + " cannot be read", failed);
        }
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public String name() {
        return "simulated";
    }

    /**
     * Moves the clock.
     *
     * @return false, and nothing is moved, if that were back
     */
    public synchronized boolean moveTo(Instant to) {
        Instant next = to.truncatedTo(ChronoUnit.MICROS);
        if (next.isBefore(now)) {
            return false;
        }
        keep(next);
        now = next;
        return true;
    }

    private void keep(Instant next) {
        try {
            Path beside = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), next.toString());
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException("The simulated clock " + file + " cannot be kept", failed);
        }
    }
}
