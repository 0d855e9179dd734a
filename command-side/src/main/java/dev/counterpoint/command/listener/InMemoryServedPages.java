package dev.counterpoint.command.listener;

import dev.counterpoint.domain.decision.DecisionId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Served pages in the memory of one process, kept until it ends. */
public final class InMemoryServedPages implements ServedPages {
    private final Map<DecisionId, ServedPage> pages = new ConcurrentHashMap<>();

    @Override
    public Optional<ServedPage> find(DecisionId decisionId) {
        return Optional.ofNullable(pages.get(decisionId));
    }

    /** A page was served, or its record was given up. */
    public void put(DecisionId decisionId, ServedPage page) {
        pages.put(decisionId, page);
    }
}
