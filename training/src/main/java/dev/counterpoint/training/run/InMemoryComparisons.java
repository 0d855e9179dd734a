package dev.counterpoint.training.run;

import dev.counterpoint.training.evaluation.Comparison;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps them as long as the process lives. */
public final class InMemoryComparisons implements Comparisons {
    private final Map<String, Comparison> byRun = new ConcurrentHashMap<>();

    @Override
    public void put(String runId, Comparison comparison) {
        byRun.put(runId, comparison);
    }

    @Override
    public Optional<Comparison> find(String runId) {
        return Optional.ofNullable(byRun.get(runId));
    }
}
