package dev.counterpoint.command.catalog;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardFacts;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.Catalog;
import dev.counterpoint.domain.catalog.CatalogEvent.CardPublished;
import dev.counterpoint.domain.catalog.CatalogShards;
import dev.counterpoint.domain.event.EventHistory;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Cards from the newest epoch held and, on a miss, from the events that were recorded in the card's shard after it. What was read after an
 * epoch is kept until a later epoch covers it, so a miss reads only what nobody has read before.
 */
public final class CatalogAndTail implements KnownCards {
    private static final int READ_AT_ONCE = 500;

    private final Supplier<Catalog> newest;
    private final EventHistory history;
    private final List<Tail> tails;

    /** @param newest the newest epoch that this process holds */
    public CatalogAndTail(Supplier<Catalog> newest, EventHistory history) {
        this.newest = newest;
        this.history = history;
        this.tails = IntStream.range(0, CatalogShards.COUNT).mapToObj(Tail::new).toList();
    }

    @Override
    public Optional<CardFacts> find(CardId cardId) {
        Catalog catalog = newest.get();
        Optional<CardFacts> inEpoch = catalog.card(cardId).map(Card::facts);
        if (inEpoch.isPresent()) {
            return inEpoch;
        }
        int shard = CatalogShards.shardOf(cardId);
        return Optional.ofNullable(tails.get(shard).find(cardId, catalog.heads().get(shard)));
    }

    /** The cards that were published in one shard after an epoch. */
    private final class Tail {
        private final StreamId stream;
        private final Map<CardId, CardFacts> cards = new HashMap<>();
        private long through = -1;

        Tail(int shard) {
            this.stream = CatalogShards.stream(shard);
        }

        synchronized @Nullable CardFacts find(CardId cardId, long epochHead) {
            if (epochHead >= through) {
                cards.clear();
                through = epochHead;
            }
            if (!cards.containsKey(cardId)) {
                readOn();
            }
            return cards.get(cardId);
        }

        private void readOn() {
            List<RecordedEvent> read;
            do {
                read = history.after(stream, through, READ_AT_ONCE);
                for (RecordedEvent recorded : read) {
                    if (recorded.event() instanceof CardPublished published) {
                        cards.put(published.card().cardId(), published.card().facts());
                    }
                    through = recorded.sequence();
                }
            } while (read.size() == READ_AT_ONCE);
        }
    }
}
