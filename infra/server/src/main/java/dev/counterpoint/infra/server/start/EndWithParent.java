package dev.counterpoint.infra.server.start;

import java.io.IOException;
import java.io.InputStream;

/** Ends the process when its standard input ends: when its parent closes it, and also when the parent dies of whatever cause. */
final class EndWithParent {
    private EndWithParent() {}

    static void watch() {
        watch(System.in, () -> System.exit(0));
    }

    /** @param end called once, on a thread of its own, when the input has ended */
    static void watch(InputStream input, Runnable end) {
        Thread watch = new Thread(() -> untilTheEndOf(input, end), "parent-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private static void untilTheEndOf(InputStream input, Runnable end) {
        try {
            while (input.read() >= 0) {
                // Nothing is said on this line; only its end counts.
            }
        } catch (IOException gone) {
            // A broken pipe is an end too.
        }
        end.run();
    }
}
