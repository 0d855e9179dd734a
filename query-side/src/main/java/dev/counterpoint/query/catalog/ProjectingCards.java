package dev.counterpoint.query.catalog;

import dev.counterpoint.domain.event.EventBatch;
import dev.counterpoint.domain.event.EventConsumer;
import dev.counterpoint.domain.event.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Keeps the versions of cards as their events come by. Thread-safe. */
public final class ProjectingCards implements EventConsumer {
    private final CardVersions versions;

    public ProjectingCards(CardVersions versions) {
        this.versions = versions;
    }

    /** @throws dev.counterpoint.domain.refusal.StoreUnavailableException if a version could not be added */
    @Override
    public void accept(EventBatch batch) {
        List<CompletableFuture<?>> adding = new ArrayList<>();
        for (RecordedEvent event : batch.events()) {
            if (CardEvents.isOfCard(event)) {
                adding.add(versions.add(event).toCompletableFuture());
            }
        }
        try {
            CompletableFuture.allOf(adding.toArray(CompletableFuture<?>[]::new)).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }
}
