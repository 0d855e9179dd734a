package dev.counterpoint.infra.benchmarks.load;

import dev.counterpoint.infra.benchmarks.measure.ResultFile;
import dev.counterpoint.infra.benchmarks.platform.CounterpointCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every benchmark can be told. */
public final class BenchmarkOptions {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Option(names = "--root", paramLabel = "DIR", description = "The project (default: where this runs).")
    private Path root = Path.of("");

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description =
                    "Where the platforms get their folders, which are deleted afterwards (default: the folder for temporary files).")
    private Path work = Path.of(System.getProperty("java.io.tmpdir"));

    @Option(
            names = "--results",
            paramLabel = "DIR",
            description = "Where the raw output goes (default: docs/results of the project).")
    private Path results = Path.of("docs", "results");

    public CounterpointCommand counterpoint() {
        return CounterpointCommand.script(project());
    }

    /** @param data that the benchmark runs on, in words */
    public ResultFile results(String name, String data) {
        List<String> arguments = command.commandLine().getParent() == null
                ? List.of()
                : command.commandLine().getParent().getParseResult().originalArgs();
        String call = "java -jar infra/benchmarks/target/benchmarks-*.jar "
                + String.join(
                        " ",
                        arguments.stream().map(BenchmarkOptions::withoutPlace).toList());
        return ResultFile.begin(project().resolve(results), name, call, data, System.out);
    }

    /** Runs something with a fresh folder, which is deleted afterwards. */
    public void inFreshFolder(Use use) {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(work), "counterpoint-benchmark");
            try {
                use.of(folder);
            } finally {
                delete(folder);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What is done with a folder. */
    public interface Use {
        void of(Path folder);
    }

    /** Results are read elsewhere: of a path its last name says enough. */
    private static String withoutPlace(String argument) {
        return argument.startsWith("/") ? String.valueOf(Path.of(argument).getFileName()) : argument;
    }

    /** The project's folder, absolute. */
    public Path project() {
        return root.toAbsolutePath().normalize();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
