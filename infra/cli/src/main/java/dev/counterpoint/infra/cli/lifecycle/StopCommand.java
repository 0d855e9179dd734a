package dev.counterpoint.infra.cli.lifecycle;

import dev.counterpoint.infra.cli.platform.DataFolder;
import dev.counterpoint.infra.cli.platform.PlatformOptions;
import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import dev.counterpoint.infra.cli.terminal.Exit;
import dev.counterpoint.infra.cli.terminal.OutputFormat;
import dev.counterpoint.infra.cli.terminal.Terminal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.json.JsonMapper;

/** {@code stop}: returns when the platform has ended. */
@Command(name = "stop", description = "Stops the platform and waits until it has ended. The data stays.")
public final class StopCommand implements Runnable {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Terminal terminal;

    @Mixin
    private PlatformOptions options = new PlatformOptions();

    public StopCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        long started = System.nanoTime();
        toEnd().ifPresent(StopCommand::end);
        double seconds = (System.nanoTime() - started) / 1e9;
        terminal.print(
                options.format() == OutputFormat.JSON
                        ? new JsonMapper()
                                .createObjectNode()
                                .put("stopped", true)
                                .put("seconds", seconds)
                                .toString()
                        : String.format(Locale.ROOT, "Counterpoint was stopped in %.1f s.", seconds));
    }

    /** One that starts, or lost its description, is stopped too. */
    private Optional<ProcessHandle> toEnd() {
        DataFolder data = options.data();
        Optional<ProcessHandle> undescribed = data.running().isEmpty() ? data.holder() : Optional.empty();
        return undescribed.isPresent() ? undescribed : options.running().process();
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillThere) {
            throw new CommandFailedException(
                    Exit.FAILED,
                    "Process " + process.pid() + " was asked to end " + LONGEST.toSeconds()
                            + " s ago and has not. \"kill -9 " + process.pid()
                            + "\" ends it; what was acknowledged is not lost.");
        } catch (InterruptedException | ExecutionException stopped) {
            throw new CommandFailedException(Exit.FAILED, "The command was interrupted.");
        }
    }
}
