package dev.counterpoint.infra.server.backend;

import dev.counterpoint.infra.server.StartRefusedException;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries again until a server elsewhere answers: in a cluster, what is started together does not come up in any order. */
final class Persistence {
    private static final Logger LOG = LoggerFactory.getLogger(Persistence.class);
    private static final long PAUSE_MS = 1_000;

    private final String what;
    private final Duration atMost;

    Persistence(String what, Duration atMost) {
        this.what = what;
        this.atMost = atMost;
    }

    /** @throws StartRefusedException if no try succeeds in time */
    <T> T until(Supplier<T> attempt) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            try {
                return attempt.get();
            } catch (RuntimeException failed) {
                if (System.nanoTime() + Duration.ofMillis(PAUSE_MS).toNanos() > deadline) {
                    throw new StartRefusedException(
                            what + " does not answer since " + atMost.toSeconds() + " s: " + failed.getMessage(),
                            failed);
                }
                LOG.info("waiting for {}", what, LOG.isDebugEnabled() ? failed : null);
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StartRefusedException("The start was interrupted.", interrupted);
        }
    }
}
