package dev.counterpoint.infra.benchmarks.measure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** What a benchmark runs on. */
final class Machine {
    private static final long KIB_PER_GIB = 1024 * 1024;

    private Machine() {}

    /** Processors, memory, system and Java, and how busy the machine is with everything on it. */
    static String described() {
        return String.format(
                Locale.ROOT,
                "%d processors (%s), %s GiB, %s %s, Java %s; load average %.1f at the start",
                Runtime.getRuntime().availableProcessors(),
                first("/proc/cpuinfo", "model name"),
                memoryGib(),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                Runtime.version(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String memoryGib() {
        String kib = first("/proc/meminfo", "MemTotal").replaceAll("\\D", "");
        return kib.isEmpty() ? "?" : Long.toString(Long.parseLong(kib) / KIB_PER_GIB);
    }

    private static String first(String file, String key) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException notLinux) {
            return "unknown";
        }
    }
}
