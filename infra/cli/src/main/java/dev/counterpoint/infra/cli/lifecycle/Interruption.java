package dev.counterpoint.infra.cli.lifecycle;

import dev.counterpoint.infra.cli.terminal.Terminal;
import java.util.concurrent.CountDownLatch;

/** What happens on Ctrl-C while a server runs as a child of this process: it is ended in an orderly way, and waited for. */
final class Interruption {
    private final Terminal terminal;
    private final ServerProcess process;
    private final Thread hook = new Thread(this::stop, "stop");

    Interruption(Terminal terminal, ServerProcess process) {
        this.terminal = terminal;
        this.process = process;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** The server is no longer to be ended with this process. While it is being ended, nothing more is to be said: never returns then. */
    void isOver() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException begun) {
            awaitTheEndOfThisProcess();
        }
    }

    private void stop() {
        terminal.say("Counterpoint stops…");
        process.stop();
        terminal.say("Counterpoint was stopped.");
    }

    private static void awaitTheEndOfThisProcess() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
