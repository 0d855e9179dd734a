package dev.counterpoint.infra.cassandra.publication;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.lease.Leases;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sweeps up behind processes that no longer hold the lease on their intents, one sweeping process at a time. Passes begin at once and go on
 * until an append that stalled when the process died could no longer land; only then its intents are done with. For one thread.
 */
final class DeadWriters {
    private static final Logger LOG = LoggerFactory.getLogger(DeadWriters.class);
    private static final String SWEEPERS_LEASE = "intent-sweeper";
    private static final int PASSES_WHILE_UNSETTLED = 3;

    private final Intents intents;
    private final Leases leases;
    private final Republisher republisher;
    private final PublicationSettings settings;
    private final LongSupplier nanoTime;
    private final Map<UUID, Dead> known = new ConcurrentHashMap<>();

    DeadWriters(
            Intents intents,
            Leases leases,
            Republisher republisher,
            PublicationSettings settings,
            LongSupplier nanoTime) {
        this.intents = intents;
        this.leases = leases;
        this.republisher = republisher;
        this.settings = settings;
        this.nanoTime = nanoTime;
    }

    private static final class Dead {
        private final long since;
        private final Map<StreamId, Long> arrivedThrough = new HashMap<>();
        private long nextPass;

        Dead(long now) {
            since = now;
            nextPass = now;
        }
    }

    /** How many dead processes' intents are not done with, as far as this process sees to them. */
    int size() {
        return known.size();
    }

    /** @param self the writer that this process is */
    void sweep(UUID self) {
        if (!leases.acquire(SWEEPERS_LEASE, self.toString(), settings.lease())) {
            known.clear();
            return;
        }
        List<WriterSpan> writers = intents.writers();
        Set<UUID> present = writers.stream().map(WriterSpan::writer).collect(Collectors.toSet());
        known.keySet().retainAll(present);
        writers.stream().filter(span -> !span.writer().equals(self)).forEach(span -> look(span, self));
    }

    private void look(WriterSpan span, UUID self) {
        if (!leases.acquire(Writer.leaseOf(span.writer()), self.toString(), settings.lease())) {
            known.remove(span.writer());
            return;
        }
        long now = nanoTime.getAsLong();
        Dead dead = known.computeIfAbsent(span.writer(), writer -> new Dead(now));
        if (now >= dead.nextPass && pass(span, dead)) {
            finishOrWait(span, dead, now, self);
        }
    }

    private void finishOrWait(WriterSpan span, Dead dead, long began, UUID self) {
        long unsettled = settings.unsettledFor().toNanos();
        if (began - dead.since >= unsettled) {
            intents.forget(span.writer());
            leases.release(Writer.leaseOf(span.writer()), self.toString());
            known.remove(span.writer());
            LOG.info("swept up behind a process: writer={} streams={}", span.writer(), dead.arrivedThrough.size());
        } else {
            dead.nextPass = Math.min(began + unsettled / PASSES_WHILE_UNSETTLED, dead.since + unsettled);
        }
    }

    /** @return whether everything found arrived */
    private boolean pass(WriterSpan span, Dead dead) {
        return Sweep.through(streamsOf(span).entrySet(), intent -> {
            StreamId stream = intent.getKey();
            long after = dead.arrivedThrough.getOrDefault(stream, intent.getValue());
            return republisher.after(stream, after).thenAccept(through -> {
                synchronized (dead) {
                    dead.arrivedThrough.merge(stream, through, Math::max);
                }
            });
        });
    }

    /** Each stream with the lowest version in question; those of the last moments first, since these are most likely to be missing. */
    private Map<StreamId, Long> streamsOf(WriterSpan span) {
        Map<StreamId, Long> streams = new LinkedHashMap<>();
        for (long bucket = span.lastBucket(); bucket >= span.firstBucket(); bucket--) {
            intents.forEach(
                    span.writer(),
                    bucket,
                    intent -> streams.merge(intent.stream(), intent.expectedVersion(), Math::min));
        }
        return streams;
    }
}
