package dev.counterpoint.training.run;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Rows of one process, gone with it. */
public final class InMemoryRowBlocks implements RowBlocks {
    private final Map<String, Map<Integer, byte[]>> runs = new ConcurrentHashMap<>();

    @Override
    public Optional<byte[]> find(String runId, int part) {
        return Optional.ofNullable(runs.getOrDefault(runId, Map.of()).get(part));
    }

    @Override
    public void put(String runId, int part, byte[] bytes) {
        runs.computeIfAbsent(runId, any -> new ConcurrentHashMap<>()).put(part, bytes);
    }

    @Override
    public void drop(String runId) {
        runs.remove(runId);
    }
}
