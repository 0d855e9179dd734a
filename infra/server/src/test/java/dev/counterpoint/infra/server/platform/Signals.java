package dev.counterpoint.infra.server.platform;

import java.io.IOException;

/** Signals to processes, by the command that every system has. */
final class Signals {
    private Signals() {}

    /** @param signal such as STOP, without SIG */
    static void send(String signal, long pid) {
        try {
            int status = new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new AssertionError("process " + pid + " took no signal " + signal);
            }
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }
}
