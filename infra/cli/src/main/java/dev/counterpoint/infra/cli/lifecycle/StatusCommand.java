package dev.counterpoint.infra.cli.lifecycle;

import dev.counterpoint.infra.cli.platform.Platform;
import dev.counterpoint.infra.cli.platform.PlatformOptions;
import dev.counterpoint.infra.cli.platform.RunningServer;
import dev.counterpoint.infra.cli.terminal.Exit;
import dev.counterpoint.infra.cli.terminal.OutputFormat;
import dev.counterpoint.infra.cli.terminal.Terminal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code status}. That nothing runs is an answer too, with an exit code of its own. */
@Command(name = "status", description = "Says whether the platform runs, how its parts are and what memory they hold.")
public final class StatusCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private PlatformOptions options = new PlatformOptions();

    public StatusCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        boolean json = options.format() == OutputFormat.JSON;
        if (json && options.data().running().isEmpty()) {
            terminal.print(new JsonMapper()
                    .createObjectNode()
                    .put("running", false)
                    .put("data", options.data().path().toString())
                    .toString());
            return Exit.NOT_RUNNING.code();
        }
        RunningServer server = options.running();
        Optional<JsonNode> health = Platform.of(server, Duration.ZERO).health();
        List<ResidentMemory.Usage> memory =
                server.process().map(ResidentMemory::of).orElse(List.of());
        Duration age = Duration.between(server.startedAt(), Instant.now());
        PlatformStatus status = new PlatformStatus(server, age, health, memory);
        terminal.print(json ? status.json() : status.text());
        return Exit.OK.code();
    }
}
