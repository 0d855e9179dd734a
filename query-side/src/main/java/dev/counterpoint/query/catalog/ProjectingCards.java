package dev.counterpoint.query.catalog;

import dev.counterpoint.domain.event.EventBatch;
import dev.counterpoint.domain.event.EventConsumer;
import dev.counterpoint.domain.event.RecordedEvent;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Keeps the versions of cards as their events come by, a few at a time: behind a bulk load it takes its time, and leaves the store to those
 * who wait for it. Thread-safe.
 */
public final class ProjectingCards implements EventConsumer {
    private static final int AT_ONCE = 4;

    private final CardVersions versions;

    public ProjectingCards(CardVersions versions) {
        this.versions = versions;
    }

    /** @throws dev.counterpoint.domain.refusal.StoreUnavailableException if a version could not be added */
    @Override
    public void accept(EventBatch batch) {
        List<RecordedEvent> ofCards =
                batch.events().stream().filter(CardEvents::isOfCard).toList();
        for (int from = 0; from < ofCards.size(); from += AT_ONCE) {
            add(ofCards.subList(from, Math.min(from + AT_ONCE, ofCards.size())));
        }
    }

    private void add(List<RecordedEvent> events) {
        CompletableFuture<?>[] adding = events.stream()
                .map(event -> versions.add(event).toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(adding).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }
}
