package dev.counterpoint.infra.cli.lifecycle;

import dev.counterpoint.infra.cli.platform.DataFolder;
import dev.counterpoint.infra.cli.platform.PlatformOptions;
import dev.counterpoint.infra.cli.platform.RunningServer;
import dev.counterpoint.infra.cli.terminal.Terminal;
import java.util.List;

/** Starts a server that runs on its own, for commands that need one. */
public final class DetachedServer {
    private DetachedServer() {}

    /**
     * Returns when the server is ready.
     *
     * @param settings of the platform, such as {@code --counterpoint.clock=simulated}
     * @throws dev.counterpoint.infra.cli.terminal.CommandFailedException if one runs on the folder already, or it does not start
     */
    public static RunningServer start(DataFolder data, int port, List<String> settings, Terminal terminal) {
        BeforeStart.requireNotRunning(data);
        BeforeStart.requireFree(port);
        data.prepare();
        List<String> command = new ServerCommand(PlatformOptions.root()).of(data, port, false, settings);
        ServerProcess process = ServerProcess.start(data, command, false);
        Interruption interruption = new Interruption(terminal, process);
        try {
            terminal.say("Counterpoint starts on " + data.path() + "; its log is " + process.log());
            return process.awaitReady(terminal::say);
        } finally {
            interruption.isOver();
        }
    }
}
