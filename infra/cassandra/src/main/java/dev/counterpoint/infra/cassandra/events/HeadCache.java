package dev.counterpoint.infra.cassandra.events;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.StreamHead;
import org.jspecify.annotations.Nullable;

/**
 * Heads that this process has seen. Only hints: another process may have moved on, which the condition of the append finds out; but what was a
 * head at one time keeps its place and link for ever. Thread-safe.
 */
final class HeadCache {
    private final Cache<StreamId, BucketHead> heads;

    HeadCache(int size) {
        heads = Caffeine.newBuilder().maximumSize(size).build();
    }

    @Nullable
    BucketHead of(StreamId stream) {
        return heads.getIfPresent(stream);
    }

    void seen(StreamId stream, StreamHead head, int bucket) {
        heads.asMap().merge(stream, new BucketHead(head, bucket), HeadCache::later);
    }

    void forget(StreamId stream) {
        heads.invalidate(stream);
    }

    private static BucketHead later(BucketHead present, BucketHead other) {
        return other.head().sequence() >= present.head().sequence() ? other : present;
    }
}
