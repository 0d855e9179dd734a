package dev.counterpoint.infra.cli;

import dev.counterpoint.infra.cli.archive.ArchiveCommand;
import dev.counterpoint.infra.cli.comparison.CompareCommand;
import dev.counterpoint.infra.cli.evaluation.EvaluateCommand;
import dev.counterpoint.infra.cli.evaluation.EvaluateLogCommand;
import dev.counterpoint.infra.cli.evaluation.EvaluateOpenBanditCommand;
import dev.counterpoint.infra.cli.ingest.ImportCommand;
import dev.counterpoint.infra.cli.ingest.ImportLastfmCommand;
import dev.counterpoint.infra.cli.ingest.ImportListenbrainzCommand;
import dev.counterpoint.infra.cli.learning.DemoCommand;
import dev.counterpoint.infra.cli.learning.SimulateCommand;
import dev.counterpoint.infra.cli.learning.TrainCommand;
import dev.counterpoint.infra.cli.lifecycle.StatusCommand;
import dev.counterpoint.infra.cli.lifecycle.StopCommand;
import dev.counterpoint.infra.cli.lifecycle.UpCommand;
import dev.counterpoint.infra.cli.proof.VerifyCommand;
import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import dev.counterpoint.infra.cli.terminal.Exit;
import dev.counterpoint.infra.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The {@code counterpoint} command. */
@Command(
        name = "counterpoint",
        description = "An event-sourced personalization platform for home pages.",
        versionProvider = Counterpoint.Version.class,
        exitCodeListHeading = "%nExit codes:%n")
public final class Counterpoint {

    public static void main(String[] arguments) {
        System.exit(commandLine(Terminal.ofThisProcess()).execute(arguments));
    }

    static CommandLine commandLine(Terminal terminal) {
        CommandLine imports = new CommandLine(new ImportCommand())
                .addSubcommand(new ImportLastfmCommand(terminal))
                .addSubcommand(new ImportListenbrainzCommand(terminal));
        CommandLine evaluations = new CommandLine(new EvaluateCommand())
                .addSubcommand(new EvaluateOpenBanditCommand(terminal))
                .addSubcommand(new EvaluateLogCommand(terminal));
        CommandLine all = new CommandLine(new Counterpoint())
                .addSubcommand(new UpCommand(terminal))
                .addSubcommand(imports)
                .addSubcommand(new SimulateCommand(terminal))
                .addSubcommand(new TrainCommand(terminal))
                .addSubcommand(new CompareCommand(terminal))
                .addSubcommand(evaluations)
                .addSubcommand(new DemoCommand(terminal))
                .addSubcommand(new ArchiveCommand(terminal))
                .addSubcommand(new VerifyCommand(terminal))
                .addSubcommand(new StatusCommand(terminal))
                .addSubcommand(new StopCommand(terminal));
        all.getCommandSpec().mixinStandardHelpOptions(true);
        all.getCommandSpec().usageMessage().exitCodeList(Exit.meanings());
        return all.setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler((failure, command, parsed) -> say(terminal, failure));
    }

    private static int say(Terminal terminal, Exception failure) {
        if (failure instanceof CommandFailedException said) {
            terminal.say(String.valueOf(said.getMessage()));
            return said.exit().code();
        }
        terminal.say("This should not have happened: " + failure + ".");
        return Exit.FAILED.code();
    }

    /** As the build wrote it into the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Counterpoint.class.getPackage().getImplementationVersion();
            return new String[] {"counterpoint " + (version == null ? "unpackaged" : version)};
        }
    }
}
