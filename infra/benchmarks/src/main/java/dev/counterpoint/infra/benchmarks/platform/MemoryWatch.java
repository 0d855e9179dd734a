package dev.counterpoint.infra.benchmarks.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Reads the resident memory of a platform's processes once a second, from {@code /proc}, until it is closed. Thread-safe. */
public final class MemoryWatch implements AutoCloseable {
    private static final int KIB_PER_MIB = 1024;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Map<String, Long> pids;
    private final List<Map<String, Long>> samples = new ArrayList<>();

    public MemoryWatch(Platform platform) {
        this.pids = platform.pids();
        clock.scheduleAtFixedRate(this::sample, 0, 1, TimeUnit.SECONDS);
    }

    private synchronized void sample() {
        Map<String, Long> sample = new LinkedHashMap<>();
        pids.forEach((name, pid) -> sample.put(name, residentMib(pid)));
        samples.add(sample);
    }

    /** Of one process, in MiB, a value a second; 0 where it was gone. */
    public synchronized List<Long> of(String process) {
        return samples.stream().map(sample -> sample.getOrDefault(process, 0L)).toList();
    }

    /** Of all processes together at the moment when they took most, in MiB. */
    public synchronized long mostTogether() {
        return samples.stream()
                .mapToLong(sample ->
                        sample.values().stream().mapToLong(Long::longValue).sum())
                .max()
                .orElse(0);
    }

    private static long residentMib(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIB_PER_MIB)
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
