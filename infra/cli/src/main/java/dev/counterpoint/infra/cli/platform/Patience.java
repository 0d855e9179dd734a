package dev.counterpoint.infra.cli.platform;

import java.time.Duration;

/**
 * How long a command goes on asking a platform that cannot answer now, e.g. because a store starts again. Not thread-safe.
 */
final class Patience {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Pause pause;
    private final Duration limit;
    private Duration waited = Duration.ZERO;

    /** Waits; interrupted, it gives up. */
    interface Pause {
        void of(Duration duration) throws InterruptedException;
    }

    /** @param limit how long in all without anything getting done */
    Patience(Pause pause, Duration limit) {
        this.pause = pause;
        this.limit = limit;
    }

    static Patience of(Duration limit) {
        return new Patience(duration -> Thread.sleep(duration.toMillis()), limit);
    }

    /**
     * Waits before the next attempt.
     *
     * @return false if there is to be none
     */
    boolean wait(Duration asked) {
        Duration next = asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
        waited = waited.plus(next);
        if (waited.compareTo(limit) > 0) {
            return false;
        }
        try {
            pause.of(next);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Something got done: what was waited until now counts no more. */
    void renew() {
        waited = Duration.ZERO;
    }
}
