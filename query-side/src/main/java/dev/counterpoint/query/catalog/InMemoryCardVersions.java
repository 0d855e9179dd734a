package dev.counterpoint.query.catalog;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.event.RecordedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Versions within one process. */
public final class InMemoryCardVersions implements CardVersions {
    private final Map<CardId, ConcurrentSkipListMap<Long, RecordedEvent>> events = new ConcurrentHashMap<>();

    @Override
    public Optional<CardVersion> asOf(CardId cardId, Instant recordedAt) {
        List<RecordedEvent> newestFirst = new ArrayList<>();
        events.getOrDefault(cardId, new ConcurrentSkipListMap<>()).descendingMap().values().stream()
                .filter(event -> !event.recordedAt().isAfter(recordedAt))
                .limit(CardEvents.DECISIVE)
                .forEach(newestFirst::add);
        return CardEvents.versionOf(newestFirst);
    }

    @Override
    public CompletionStage<Void> add(RecordedEvent event) {
        events.computeIfAbsent(CardEvents.cardOf(event), any -> new ConcurrentSkipListMap<>())
                .put(event.sequence(), event);
        return CompletableFuture.completedFuture(null);
    }
}
