package dev.counterpoint.command.erasure.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.counterpoint.command.erasure.ErasureReport;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the erasure of a listener stands.
 *
 * @param listenerId as the caller gave it; it is kept nowhere
 * @param status {@code running} or {@code complete}
 * @param steps what was done, in that order
 * @param modelsToRetrain that were trained on a span of time in which the listener did something
 * @param completedAt absent while it runs
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ErasureAnswer(
        String listenerId,
        String status,
        Instant requestedAt,
        List<Step> steps,
        List<String> modelsToRetrain,
        @Nullable Instant completedAt) {

    /** Something that was done. */
    record Step(String name, Instant doneAt) {}

    static ErasureAnswer of(String listenerId, ErasureReport report) {
        return new ErasureAnswer(
                listenerId,
                report.isComplete() ? "complete" : "running",
                report.requestedAt(),
                report.steps().entrySet().stream()
                        .map(step -> new Step(step.getKey(), step.getValue()))
                        .toList(),
                report.modelsToRetrain(),
                report.completedAt());
    }
}
