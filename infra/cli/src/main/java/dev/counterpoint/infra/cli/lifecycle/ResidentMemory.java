package dev.counterpoint.infra.cli.lifecycle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** How much memory processes hold, where the system tells: on Linux. */
final class ResidentMemory {
    private static final String RESIDENT = "VmRSS:";

    private ResidentMemory() {}

    /**
     * One process.
     *
     * @param name what it is to the platform
     * @param bytes resident; empty where the system does not tell
     */
    record Usage(long pid, String name, OptionalLong bytes) {}

    /** A process and all that it started. */
    static List<Usage> of(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .map(each -> new Usage(each.pid(), nameOf(each), bytesOf(each.pid())))
                .toList();
    }

    private static String nameOf(ProcessHandle process) {
        String command = Proc.commandLineOf(process.pid());
        if (command.contains("org.apache.cassandra.")) {
            return "cassandra";
        }
        if (command.contains("kafka.Kafka")) {
            return "kafka";
        }
        return command.contains("--counterpoint.data=") ? "server" : "other";
    }

    private static OptionalLong bytesOf(long pid) {
        return Proc.read(pid, "status")
                .lines()
                .filter(line -> line.startsWith(RESIDENT))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(kibibytes -> Long.parseLong(kibibytes) << 10)
                .findFirst();
    }

    /** The kernel's files on a process; empty text where there are none. */
    private static final class Proc {
        static String commandLineOf(long pid) {
            return read(pid, "cmdline").replace('\0', ' ');
        }

        static String read(long pid, String file) {
            try {
                return Files.readString(Path.of("/proc", Long.toString(pid), file));
            } catch (IOException notTold) {
                return "";
            }
        }
    }
}
