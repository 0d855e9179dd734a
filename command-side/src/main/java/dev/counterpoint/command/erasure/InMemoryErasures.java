package dev.counterpoint.command.erasure;

import dev.counterpoint.domain.event.StreamId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Reports within one process. */
public final class InMemoryErasures implements Erasures {
    private final Map<StreamId, ErasureReport> reports = new ConcurrentHashMap<>();

    @Override
    public Optional<ErasureReport> find(StreamId stream) {
        return Optional.ofNullable(reports.get(stream));
    }

    @Override
    public void save(ErasureReport report) {
        reports.put(report.stream(), report);
    }

    @Override
    public List<StreamId> open() {
        return reports.values().stream()
                .filter(report -> !report.isComplete())
                .map(ErasureReport::stream)
                .toList();
    }
}
