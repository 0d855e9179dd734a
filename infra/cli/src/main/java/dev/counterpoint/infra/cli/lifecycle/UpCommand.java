package dev.counterpoint.infra.cli.lifecycle;

import dev.counterpoint.infra.cli.platform.DataFolder;
import dev.counterpoint.infra.cli.platform.PlatformOptions;
import dev.counterpoint.infra.cli.platform.RunningServer;
import dev.counterpoint.infra.cli.terminal.Exit;
import dev.counterpoint.infra.cli.terminal.OutputFormat;
import dev.counterpoint.infra.cli.terminal.Terminal;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code up}: the server with everything that it needs, as a child of this process or, detached, on its own. */
@Command(
        name = "up",
        description = {
            "Starts the platform: Cassandra, Kafka and the server, all on this machine.",
            "It stays in the foreground and ends with Ctrl-C, and with the terminal; --detach lets it run on its own until"
                    + " \"stop\". What was recorded stays in the data folder."
        })
public final class UpCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final ServerCommand server;

    @Mixin
    private PlatformOptions options = new PlatformOptions();

    @Option(names = "--detach", description = "Return when the platform is ready, and let it run.")
    private boolean detach;

    public UpCommand(Terminal terminal) {
        this(terminal, new ServerCommand(PlatformOptions.root()));
    }

    UpCommand(Terminal terminal, ServerCommand server) {
        this.terminal = terminal;
        this.server = server;
    }

    @Override
    public Integer call() {
        long started = System.nanoTime();
        DataFolder data = options.data();
        int port = options.portToListenAt();
        BeforeStart.requireNotRunning(data);
        BeforeStart.requireFree(port);
        data.prepare();
        ServerProcess process = ServerProcess.start(data, server.of(data, port, !detach, List.of()), !detach);
        Interruption interruption = new Interruption(terminal, process);
        try {
            terminal.say("Counterpoint starts on " + data.path() + "; its log is " + process.log());
            announce(process.awaitReady(terminal::say), (System.nanoTime() - started) / 1e9);
            return detach ? Exit.OK.code() : stay(process, interruption);
        } finally {
            interruption.isOver();
        }
    }

    private int stay(ServerProcess process, Interruption interruption) {
        terminal.say("Ctrl-C stops it.");
        Exit exit = process.awaitEnd();
        interruption.isOver();
        terminal.say(exit == Exit.OK ? "Counterpoint was stopped." : process.whyItEnded());
        return exit.code();
    }

    private void announce(RunningServer ready, double seconds) {
        terminal.print(
                options.format() == OutputFormat.JSON
                        ? new JsonMapper()
                                .createObjectNode()
                                .put("url", ready.url().toString())
                                .put("port", ready.port())
                                .put("pid", ready.pid())
                                .put("seconds", seconds)
                                .toString()
                        : String.format(Locale.ROOT, "ready at %s in %.1f s", ready.url(), seconds));
    }
}
