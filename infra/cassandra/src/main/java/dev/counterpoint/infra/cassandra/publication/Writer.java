package dev.counterpoint.infra.cassandra.publication;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.lease.Leases;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This process as one that writes intents, under a name that it holds a lease on: while it does, nobody else sweeps up behind it. When the
 * lease was lost (the process stood still for too long), others may have done so already; it goes on under a new name. Thread-safe.
 */
final class Writer {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    static final Duration BUCKET = Duration.ofSeconds(10);

    /** How far ahead the buckets are made known, so that appends need not wait for that. */
    private static final int AHEAD = 3;

    private final Intents intents;
    private final Leases leases;
    private final Outstanding outstanding;
    private final PublicationSettings settings;
    private final Clock clock;
    private final LongSupplier nanoTime;

    private UUID name = UUID.randomUUID();
    private long renewedAt;
    private long knownThrough = Long.MIN_VALUE;
    private volatile Turn turn = new Turn(new UUID(0, 0), Long.MIN_VALUE, Long.MIN_VALUE);

    Writer(
            Intents intents,
            Leases leases,
            Outstanding outstanding,
            PublicationSettings settings,
            Clock clock,
            LongSupplier nanoTime) {
        this.intents = intents;
        this.leases = leases;
        this.outstanding = outstanding;
        this.settings = settings;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.renewedAt = nanoTime.getAsLong() - settings.lease().toNanos();
    }

    static String leaseOf(UUID writer) {
        return "intents-" + writer;
    }

    /** Ten seconds under one name, and the streams that were announced in them. */
    private record Turn(UUID writer, long bucket, long goodUntil, Set<StreamId> announced) {
        Turn(UUID writer, long bucket, long goodUntil) {
            this(writer, bucket, goodUntil, ConcurrentHashMap.newKeySet());
        }
    }

    /** Writes an intent, unless these ten seconds have one for the stream. Returns when it is durable. */
    long announce(Intent intent) {
        Turn now = currentTurn();
        if (!now.announced.contains(intent.stream())) {
            intents.write(now.writer, now.bucket, intent);
            now.announced.add(intent.stream());
        }
        return now.bucket;
    }

    private Turn currentTurn() {
        Turn now = turn;
        long bucket = bucketNow();
        return now.bucket >= bucket && nanoTime.getAsLong() < now.goodUntil ? now : nextTurn();
    }

    private synchronized Turn nextTurn() {
        long bucket = Math.max(bucketNow(), turn.bucket);
        if (nanoTime.getAsLong() - renewedAt > settings.lease().toNanos() / 2 || bucket > knownThrough) {
            renew();
        }
        long goodUntil = renewedAt + settings.lease().toNanos() / 2;
        boolean same = turn.writer.equals(name) && turn.bucket == bucket;
        turn = same ? new Turn(name, bucket, goodUntil, turn.announced) : new Turn(name, bucket, goodUntil);
        return turn;
    }

    /** Prolongs the lease and moves the span. To be called several times in the span of a lease. */
    synchronized void renew() {
        long asked = nanoTime.getAsLong();
        if (!leases.acquire(leaseOf(name), name.toString(), settings.lease())) {
            LOG.warn("lost the lease on own intents, going on under a new name: writer={}", name);
            name = UUID.randomUUID();
            leases.acquire(leaseOf(name), name.toString(), settings.lease());
            outstanding.all().forEach(intent -> intents.write(name, bucketNow(), intent));
        }
        renewedAt = asked;
        long bucket = bucketNow();
        long settled = bucket - settings.unsettledFor().toSeconds() / BUCKET.toSeconds() - 1;
        long first = Math.min(settled, outstanding.oldestBucket().orElse(settled));
        intents.look(new WriterSpan(name, first, bucket + AHEAD));
        knownThrough = bucket + AHEAD;
    }

    synchronized UUID name() {
        return name;
    }

    /** Gives the name up. What is outstanding is left to the others. */
    synchronized void close() {
        if (outstanding.size() == 0) {
            intents.forget(name);
        }
        leases.release(leaseOf(name), name.toString());
    }

    private long bucketNow() {
        return Math.floorDiv(clock.millis(), BUCKET.toMillis());
    }
}
