package dev.counterpoint.infra.benchmarks.study;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.training.evaluation.PageLog;
import dev.counterpoint.training.evaluation.WeighedPage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings together the pages of each listener, which a simulation serves in the order of time: whoever counts listeners needs them so. Not thread-safe. */
final class PagesOfListeners {
    private final Map<StreamId, List<WeighedPage>> byListener = new LinkedHashMap<>();

    void add(WeighedPage page) {
        byListener.computeIfAbsent(page.listener(), any -> new ArrayList<>()).add(page);
    }

    PageLog log(PageLog.Settings settings) {
        PageLog log = PageLog.withAll(settings);
        byListener.values().forEach(pages -> pages.forEach(log::add));
        return log;
    }
}
