package dev.counterpoint.query.catalog;

import dev.counterpoint.domain.catalog.CatalogShards;
import dev.counterpoint.domain.event.EventHistory;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.lease.Leases;
import dev.counterpoint.domain.time.PlatformClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Cuts the epochs of the catalogue. Whoever sees catalogue events go by tells it the heads; a timer asks it to cut. One process at a
 * time cuts, whichever saw something new; where a lease overlaps, the taken number decides, so an epoch is never cut twice. Thread-safe.
 */
public final class CuttingEpochs {
    private static final String WORK = "catalog-epochs";
    private static final Duration LEASE = Duration.ofSeconds(10);

    private final CatalogEpochs epochs;
    private final EventHistory history;
    private final Leases leases;
    private final PlatformClock clock;
    private final String holder;
    /** Whether something was seen since the last cut: else there is no need to ask anybody. */
    private volatile boolean moved;

    private final AtomicLongArray seen = new AtomicLongArray(CatalogShards.COUNT);

    /** @param holder names this process among all */
    public CuttingEpochs(
            CatalogEpochs epochs, EventHistory history, Leases leases, PlatformClock clock, String holder) {
        this.epochs = epochs;
        this.history = history;
        this.leases = leases;
        this.clock = clock;
        this.holder = holder;
        for (int shard = 0; shard < CatalogShards.COUNT; shard++) {
            seen.set(shard, -1);
        }
    }

    /** Reads all heads from the store: at the start, and now and then, so that nothing unseen stays uncut. */
    public void lookAtTheStore() {
        for (StreamId stream : CatalogShards.streams()) {
            saw(stream, history.head(stream));
        }
    }

    /** An event of this sequence was recorded; streams that are not the catalogue's are ignored. */
    public void saw(StreamId stream, long sequence) {
        int shard = CatalogShards.streams().indexOf(stream);
        if (shard >= 0 && seen.getAndAccumulate(shard, sequence, Math::max) < sequence) {
            moved = true;
        }
    }

    /** Cuts an epoch if the catalogue moved since the newest one and nobody else is cutting; empty if it did not. */
    public Optional<CatalogEpoch> cut() {
        if (!moved) {
            return Optional.empty();
        }
        CatalogEpoch latest = epochs.latest();
        moved = false;
        List<Long> heads = headsSince(latest);
        if (heads.equals(latest.heads())) {
            return Optional.empty();
        }
        // Until it is certain that these heads are covered, the next cut looks again.
        moved = true;
        if (!leases.acquire(WORK, holder, LEASE)) {
            return Optional.empty();
        }
        try {
            CatalogEpoch next = new CatalogEpoch(latest.number() + 1, clock.now(), heads);
            return epochs.add(next) ? Optional.of(next) : Optional.empty();
        } finally {
            leases.release(WORK, holder);
        }
    }

    private List<Long> headsSince(CatalogEpoch latest) {
        List<Long> heads = new ArrayList<>(CatalogShards.COUNT);
        for (int shard = 0; shard < CatalogShards.COUNT; shard++) {
            heads.add(Math.max(seen.get(shard), latest.heads().get(shard)));
        }
        return heads;
    }
}
