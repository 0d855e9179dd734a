package dev.counterpoint.infra.cassandra.events;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.Statement;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.Append;
import dev.counterpoint.domain.eventlog.AppendRefusedException;
import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.domain.eventlog.StaleVersionException;
import dev.counterpoint.domain.eventlog.StoredEvent;
import dev.counterpoint.domain.eventlog.StreamHead;
import dev.counterpoint.domain.eventlog.StreamSealedException;
import dev.counterpoint.domain.refusal.OutcomeUnknownException;
import dev.counterpoint.domain.refusal.StoreUnavailableException;
import dev.counterpoint.infra.cassandra.session.Cql;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Streams in Cassandra. Every write is one conditional statement in one partition: an append that was answered is there as a whole, at the
 * place that it expected, and nowhere else.
 */
public final class CassandraEventLog implements EventLog {
    private static final int HEADS_SEEN = 100_000;
    private static final int TRIES_AGAINST_OTHERS = 20;

    private final Cql cql;
    private final ConsistencyLevel consistency;
    private final ConsistencyLevel serial;
    private final Buckets buckets;
    private final UntilSettled untilSettled;
    private final HeadCache seen = new HeadCache(HEADS_SEEN);
    private final StreamReader reader;
    private final SelectHead heads;
    private final AppendEvents appendEvents;
    private final SealBucket sealBucket;
    private final PurgeBucket purgeBucket;

    public CassandraEventLog(Cql cql) {
        this(cql, Buckets.STANDARD, UntilSettled.STANDARD);
    }

    CassandraEventLog(Cql cql, Buckets buckets, UntilSettled untilSettled) {
        this.cql = cql;
        this.buckets = buckets;
        this.untilSettled = untilSettled;
        this.consistency = cql.consistency();
        this.serial = cql.serialConsistency();
        this.heads = new SelectHead(cql);
        this.reader = new StreamReader(new SelectEvents(cql), heads, buckets, seen);
        this.appendEvents = new AppendEvents(cql);
        this.sealBucket = new SealBucket(cql);
        this.purgeBucket = new PurgeBucket(cql);
    }

    @Override
    public List<StoredEvent> append(Append append) {
        if (append.events().size() > buckets.largestAppend()) {
            throw new IllegalArgumentException("an append may have " + buckets.largestAppend() + " events here");
        }
        BucketHead base = reader.headAt(append.stream(), append.expectedVersion(), consistency);
        if (base == null) {
            return settled(append);
        }
        int bucket = buckets.ofAppendAfter(append.expectedVersion());
        List<StoredEvent> events = base.head().followedBy(append);
        if (send(append, events, bucket, base.standsIn(bucket) ? append.expectedVersion() : null)) {
            seen.seen(append.stream(), StreamHead.at(events.get(events.size() - 1)), bucket);
            return events;
        }
        try {
            return settled(append);
        } catch (StoreUnavailableException unread) {
            throw new OutcomeUnknownException(described(append) + " may or may not have taken effect", unread);
        }
    }

    private boolean send(Append append, List<StoredEvent> events, int bucket, @Nullable Long expected) {
        Statement<?> batch = appendEvents.of(events, bucket, expected);
        return untilSettled.send(
                described(append), () -> cql.applied(batch), () -> endsAt(append.stream(), bucket, expected));
    }

    private static String described(Append append) {
        return "the append of " + append.events().size() + " events to stream " + append.stream() + " after version "
                + append.expectedVersion();
    }

    private boolean endsAt(StreamId stream, int bucket, @Nullable Long expected) {
        StreamHead end = heads.of(stream, bucket, serial);
        return expected == null ? end == null : end != null && !end.sealed() && end.sequence() == expected;
    }

    /** The append did not take effect just now: it did before, or never will. */
    private List<StoredEvent> settled(Append append) {
        seen.forget(append.stream());
        List<StoredEvent> there = reader.read(
                append.stream(), append.firstSequence(), append.events().size(), serial);
        if (append.isRecordedAs(there)) {
            return there;
        }
        throw refusal(append);
    }

    private AppendRefusedException refusal(Append append) {
        StreamHead head = reader.head(append.stream(), serial).head();
        return head.sealed()
                ? new StreamSealedException(append.stream())
                : new StaleVersionException(append.stream(), append.expectedVersion(), head.sequence());
    }

    @Override
    public List<StoredEvent> read(StreamId stream, long firstSequence, int limit) {
        return reader.read(stream, firstSequence, limit, consistency);
    }

    @Override
    public StreamHead head(StreamId stream) {
        return reader.head(stream, consistency).head();
    }

    /**
     * A replica that accepted a write and then died still has it when it is back, and the next serial operation on the partition, whoever asks for
     * it and whenever, completes it. This is one.
     */
    @Override
    public void settle(StreamId stream) {
        reader.head(stream, serial);
    }

    @Override
    public StreamHead seal(StreamId stream) {
        for (int attempt = 0; attempt < TRIES_AGAINST_OTHERS; attempt++) {
            BucketHead last = reader.head(stream, serial);
            if (last.head().sealed() || sealAt(stream, last)) {
                seen.forget(stream);
                return last.head().asSealed();
            }
        }
        throw new OutcomeUnknownException("stream " + stream + " moves on too fast to be sealed", null);
    }

    private boolean sealAt(StreamId stream, BucketHead last) {
        int bucket = buckets.ofAppendAfter(last.head().sequence());
        boolean begun = last.standsIn(bucket);
        Statement<?> seal = sealBucket.of(stream, last.head(), bucket, begun);
        return untilSettled.send(
                "the seal of stream " + stream,
                () -> cql.applied(seal),
                () -> endsAt(stream, bucket, begun ? last.head().sequence() : null));
    }

    @Override
    public void purge(StreamId stream, long throughSequence) {
        int bucket = -1;
        int next = 0;
        while (next > bucket && (long) next * buckets.size() <= throughSequence) {
            bucket = next;
            StreamHead end = purgeBucket(stream, bucket, throughSequence);
            next = end == null ? bucket : buckets.ofAppendAfter(end.sequence());
        }
    }

    private @Nullable StreamHead purgeBucket(StreamId stream, int bucket, long throughSequence) {
        for (int attempt = 0; attempt < TRIES_AGAINST_OTHERS; attempt++) {
            StreamHead end = heads.of(stream, bucket, serial);
            if (end == null || purged(stream, bucket, end, throughSequence)) {
                return end;
            }
        }
        throw new OutcomeUnknownException("stream " + stream + " moves on too fast to be purged", null);
    }

    private boolean purged(StreamId stream, int bucket, StreamHead end, long throughSequence) {
        Statement<?> purge = purgeBucket.of(stream, bucket, end, throughSequence);
        return untilSettled.send("the purge of stream " + stream, () -> cql.applied(purge), () -> true);
    }
}
