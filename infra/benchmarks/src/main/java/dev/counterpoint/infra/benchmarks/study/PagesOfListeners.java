package dev.counterpoint.infra.benchmarks.study;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.training.evaluation.PageLog;
import dev.counterpoint.training.evaluation.PageLog.Estimated;
import dev.counterpoint.training.evaluation.WeighedPage;
import dev.counterpoint.training.offpolicy.HonestyGate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings together the pages of each listener, which a simulation serves in the order of time: whoever counts listeners needs them so. Not thread-safe. */
final class PagesOfListeners {
    private static final int REPLICATES = 200;
    private static final double CONFIDENCE = 0.95;

    private final Map<StreamId, List<WeighedPage>> byListener = new LinkedHashMap<>();

    void add(WeighedPage page) {
        byListener.computeIfAbsent(page.listener(), any -> new ArrayList<>()).add(page);
    }

    /** What SNIPS says of them, by the standard gate. */
    Estimated snips(long seed) {
        PageLog log = PageLog.withAll(new PageLog.Settings(REPLICATES, CONFIDENCE, seed));
        byListener.values().forEach(pages -> pages.forEach(log::add));
        return log.estimates(HonestyGate.STANDARD, CONFIDENCE).stream()
                .filter(estimated -> estimated.reading().name().equals("SNIPS"))
                .findFirst()
                .orElseThrow();
    }
}
