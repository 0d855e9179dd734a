package dev.counterpoint.command.erasure;

import dev.counterpoint.domain.event.StreamId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the erasure of a listener stands.
 *
 * @param firstRecordedAt of the listener's events; null where there were none
 * @param lastRecordedAt likewise
 * @param steps what was done, and when it was done first, in that order
 * @param modelsToRetrain models and vectors of cards that were trained on a span of time in which the listener did something
 * @param completedAt null while something is left to do
 */
public record ErasureReport(
        StreamId stream,
        Instant requestedAt,
        @Nullable Instant firstRecordedAt,
        @Nullable Instant lastRecordedAt,
        Map<String, Instant> steps,
        List<String> modelsToRetrain,
        @Nullable Instant completedAt) {
    public ErasureReport {
        steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
        modelsToRetrain = List.copyOf(modelsToRetrain);
    }

    static ErasureReport requested(ErasureNote note) {
        return new ErasureReport(note.stream(), note.requestedAt(), null, null, Map.of(), List.of(), null);
    }

    public boolean isComplete() {
        return completedAt != null;
    }

    ErasureReport spanning(Instant first, Instant last) {
        return new ErasureReport(stream, requestedAt, first, last, steps, modelsToRetrain, completedAt);
    }

    ErasureReport with(String step, Instant doneAt) {
        Map<String, Instant> more = new LinkedHashMap<>(steps);
        more.putIfAbsent(step, doneAt);
        return new ErasureReport(
                stream, requestedAt, firstRecordedAt, lastRecordedAt, more, modelsToRetrain, completedAt);
    }

    ErasureReport naming(List<String> models) {
        return new ErasureReport(stream, requestedAt, firstRecordedAt, lastRecordedAt, steps, models, completedAt);
    }

    ErasureReport completed(Instant at) {
        return new ErasureReport(stream, requestedAt, firstRecordedAt, lastRecordedAt, steps, modelsToRetrain, at);
    }

    /** As at its beginning, because what was done came back with an old backup. */
    ErasureReport reopened() {
        return new ErasureReport(stream, requestedAt, firstRecordedAt, lastRecordedAt, Map.of(), modelsToRetrain, null);
    }
}
