package dev.counterpoint.infra.benchmarks.platform;

import java.time.Duration;

/** How long the processors have worked for a process. */
public final class ProcessorTime {
    private final ProcessHandle process;

    /** @throws IllegalStateException if there is no such process */
    public ProcessorTime(long pid) {
        this.process = ProcessHandle.of(pid).orElseThrow(() -> new IllegalStateException("there is no process " + pid));
    }

    /** Of all its threads since its start, in steps of ten milliseconds. */
    public Duration now() {
        return process.info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("the system does not tell the processor time"));
    }
}
