package dev.counterpoint.infra.cassandra.events;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.StoredEvent;
import dev.counterpoint.domain.eventlog.StreamHead;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows a stream from bucket to bucket, always by key. */
final class StreamReader {
    private final SelectEvents events;
    private final SelectHead heads;
    private final Buckets buckets;
    private final HeadCache seen;

    StreamReader(SelectEvents events, SelectHead heads, Buckets buckets, HeadCache seen) {
        this.events = events;
        this.heads = heads;
        this.buckets = buckets;
        this.seen = seen;
    }

    /**
     * One query, but for the first events of a bucket and where a read goes on into the next one. Where all events from the first one on to
     * the end of its bucket were purged, later buckets are not looked for: begin where something is left, or at 0.
     */
    List<StoredEvent> read(StreamId stream, long first, int limit, ConsistencyLevel consistency) {
        List<StoredEvent> found = new ArrayList<>();
        int bucket = buckets.toReadFrom(first);
        int next = bucket;
        do {
            bucket = next;
            SelectEvents.Found here = inBucket(stream, bucket, first, limit - found.size(), consistency);
            found.addAll(here.events());
            remember(stream, bucket, here);
            next = nextBucket(bucket, first, here.end());
        } while (next > bucket && found.size() < limit);
        return found;
    }

    private SelectEvents.Found inBucket(
            StreamId stream, int bucket, long first, int limit, ConsistencyLevel consistency) {
        return buckets.beginsAtOrAfter(bucket, first)
                ? events.everything(stream, bucket, limit, consistency)
                : events.from(stream, bucket, first, limit, consistency);
    }

    private int nextBucket(int bucket, long first, @Nullable Long end) {
        if (end != null) {
            return buckets.ofAppendAfter(end);
        }
        return Math.max(bucket, buckets.ofAppendAfter(first - 1));
    }

    private void remember(StreamId stream, int bucket, SelectEvents.Found here) {
        if (here.end() == null || here.events().isEmpty()) {
            return;
        }
        StoredEvent last = here.events().get(here.events().size() - 1);
        if (last.sequence() == here.end()) {
            seen.seen(stream, StreamHead.at(last), bucket);
        }
    }

    /** Where a stream ends: one read to a bucket, from the last one known to have begun. */
    BucketHead head(StreamId stream, ConsistencyLevel consistency) {
        BucketHead known = seen.of(stream);
        BucketHead last = new BucketHead(StreamHead.ofEmpty(stream), -1);
        int bucket = known == null ? 0 : known.bucket();
        while (bucket > last.bucket()) {
            StreamHead end = heads.of(stream, bucket, consistency);
            if (end == null) {
                return last;
            }
            last = new BucketHead(end, bucket);
            bucket = buckets.ofAppendAfter(end.sequence());
        }
        return last;
    }

    /**
     * The head that an append expects, if it ever was one that the next append could follow.
     *
     * @return null where the stream never ended there, or has moved on within that bucket
     */
    @Nullable
    BucketHead headAt(StreamId stream, long expectedVersion, ConsistencyLevel consistency) {
        BucketHead known = seen.of(stream);
        if (known != null && known.head().sequence() == expectedVersion) {
            return known;
        }
        int bucket = buckets.ofAppendAfter(expectedVersion);
        StreamHead end = heads.of(stream, bucket, consistency);
        int standsIn = bucket;
        if (end == null && bucket > 0) {
            standsIn = bucket - 1;
            end = heads.of(stream, standsIn, consistency);
        }
        if (end == null) {
            return expectedVersion == -1 ? new BucketHead(StreamHead.ofEmpty(stream), -1) : null;
        }
        return end.sequence() == expectedVersion ? new BucketHead(end, standsIn) : null;
    }
}
