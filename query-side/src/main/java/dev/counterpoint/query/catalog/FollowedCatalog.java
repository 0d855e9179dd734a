package dev.counterpoint.query.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.counterpoint.domain.catalog.Catalog;
import dev.counterpoint.domain.catalog.CatalogEvent;
import dev.counterpoint.domain.catalog.CatalogShards;
import dev.counterpoint.domain.event.EventHistory;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The catalogue by epoch, read from the streams of its shards. Epochs share what they have in common, so the newest ones stay in memory; an
 * older one is built again, from the nearest one below it. Thread-safe.
 */
public final class FollowedCatalog implements CatalogVersions {
    private static final int READ_AT_ONCE = 500;
    private static final long KEPT = 8;

    private final CatalogEpochs epochs;
    private final EventHistory history;
    private final Cache<Long, Catalog> held =
            Caffeine.newBuilder().maximumSize(KEPT).build();
    private volatile Catalog current = Catalog.empty();

    /** Holds the empty epoch until it {@link #follow follows}. */
    public FollowedCatalog(CatalogEpochs epochs, EventHistory history) {
        this.epochs = epochs;
        this.history = history;
    }

    /**
     * Goes on to the newest epoch.
     *
     * @return whether there was a newer one
     * @throws dev.counterpoint.domain.refusal.StoreUnavailableException if it cannot be read now
     */
    public synchronized boolean follow() {
        CatalogEpoch newest = epochs.latest();
        Catalog before = current;
        if (newest.number() <= before.number()) {
            return false;
        }
        held.put(before.number(), before);
        current = advanced(before, newest);
        return true;
    }

    @Override
    public Catalog current() {
        return current;
    }

    @Override
    public Catalog at(long number) {
        Catalog newest = current;
        if (newest.number() == number) {
            return newest;
        }
        return held.get(number, this::built);
    }

    private Catalog built(long number) {
        if (number == 0) {
            return Catalog.empty();
        }
        CatalogEpoch epoch = epochs.find(number)
                .orElseThrow(() -> new IllegalArgumentException("there is no catalogue epoch " + number));
        return advanced(nearestBelow(number), epoch);
    }

    private Catalog nearestBelow(long number) {
        NavigableMap<Long, Catalog> known = new TreeMap<>(held.asMap());
        known.put(0L, Catalog.empty());
        Catalog newest = current;
        known.put(newest.number(), newest);
        Map.Entry<Long, Catalog> below = known.lowerEntry(number);
        return below == null ? Catalog.empty() : below.getValue();
    }

    private Catalog advanced(Catalog from, CatalogEpoch to) {
        List<CatalogEvent> between = new ArrayList<>();
        for (int shard = 0; shard < CatalogShards.COUNT; shard++) {
            read(
                    CatalogShards.stream(shard),
                    from.heads().get(shard),
                    to.heads().get(shard),
                    between);
        }
        return from.with(to.number(), to.heads(), between);
    }

    private void read(StreamId stream, long after, long through, List<CatalogEvent> into) {
        long last = after;
        while (last < through) {
            List<RecordedEvent> read = history.after(stream, last, (int) Math.min(READ_AT_ONCE, through - last));
            if (read.isEmpty()) {
                throw new IllegalStateException("stream " + stream + " ends at " + last + ", before " + through);
            }
            for (RecordedEvent recorded : read) {
                if (recorded.event() instanceof CatalogEvent event) {
                    into.add(event);
                }
                last = recorded.sequence();
            }
        }
    }
}
