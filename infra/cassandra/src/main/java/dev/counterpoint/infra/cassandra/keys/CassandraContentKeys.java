package dev.counterpoint.infra.cassandra.keys;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.protocol.internal.util.Bytes;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.counterpoint.domain.encryption.ContentErasedException;
import dev.counterpoint.domain.encryption.ContentKey;
import dev.counterpoint.domain.encryption.ContentKeys;
import dev.counterpoint.domain.encryption.ContentPlace;
import dev.counterpoint.domain.encryption.KeyWrapping;
import dev.counterpoint.domain.encryption.UnreadableContentException;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.infra.cassandra.session.Cql;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A row to each key, wrapped with the master key. Keys in use stay in memory, unwrapped, for {@link #HELD} at most: a process that never hears that a
 * key was destroyed has it that much longer.
 */
public final class CassandraContentKeys implements ContentKeys {
    /** How long a key is held in memory before its row is read again. */
    public static final Duration HELD = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(CassandraContentKeys.class);
    private static final long MOST_HELD = 200_000;

    private final Cql cql;
    private final KeyWrapping wrapping;
    private final PreparedStatement select;
    private final PreparedStatement insert;
    private final PreparedStatement destroy;
    private final Cache<StreamId, ContentKey> held =
            Caffeine.newBuilder().maximumSize(MOST_HELD).expireAfterWrite(HELD).build();

    public CassandraContentKeys(Cql cql, KeyWrapping wrapping) {
        this.cql = cql;
        this.wrapping = wrapping;
        select = cql.prepare("SELECT master_id, wrapped, destroyed FROM content_keys WHERE stream = ?");
        insert = cql.prepare("INSERT INTO content_keys (stream, master_id, wrapped) VALUES (?, ?, ?) IF NOT EXISTS");
        destroy = cql.prepare("UPDATE content_keys SET destroyed = true, wrapped = null, master_id = null"
                + " WHERE stream = ? IF destroyed = null");
    }

    @Override
    public ContentKey toWrite(StreamId stream) {
        return toRead(stream).orElseGet(() -> made(stream));
    }

    @Override
    public Optional<ContentKey> toRead(StreamId stream) {
        @Nullable ContentKey known = held.getIfPresent(stream);
        return known != null ? Optional.of(known) : kept(stream, cql.consistency());
    }

    @Override
    public void prepare(Collection<StreamId> streams) {
        Map<StreamId, CompletionStage<AsyncResultSet>> reading = new LinkedHashMap<>();
        for (StreamId stream : streams) {
            if (held.getIfPresent(stream) == null) {
                reading.put(stream, cql.executeAsync(select.bind(stream.value()).setIdempotent(true)));
            }
        }
        reading.forEach((stream, row) -> {
            try {
                hold(stream, row.toCompletableFuture().join().one());
            } catch (CompletionException | ContentErasedException | UnreadableContentException later) {
                LOG.debug("stream={} is not prepared: whoever reads it finds out why", stream, later);
            }
        });
    }

    private void hold(StreamId stream, @Nullable Row row) {
        if (row != null) {
            held.put(stream, unwrapped(stream, row));
        }
    }

    /** Whoever was first has made the key, also if its answer was lost: the row decides. */
    private ContentKey made(StreamId stream) {
        ByteBuffer wrapped = ByteBuffer.wrap(wrapping.wrap(placeOf(stream), ContentKey.freshBytes()));
        cql.applied(insert.bind(stream.value(), wrapping.masterId(), wrapped));
        return kept(stream, cql.serialConsistency())
                .orElseThrow(() -> new IllegalStateException("the key of stream " + stream + " was not kept"));
    }

    private Optional<ContentKey> kept(StreamId stream, ConsistencyLevel consistency) {
        Optional<ContentKey> key = cql.first(select.bind(stream.value())
                        .setConsistencyLevel(consistency)
                        .setIdempotent(true))
                .map(row -> unwrapped(stream, row));
        key.ifPresent(found -> held.put(stream, found));
        return key;
    }

    private ContentKey unwrapped(StreamId stream, Row row) {
        if (row.getBoolean("destroyed")) {
            throw new ContentErasedException(stream);
        }
        byte[] wrapped = Bytes.getArray(Objects.requireNonNull(row.getByteBuffer("wrapped")));
        String masterId = Objects.requireNonNull(row.getString("master_id"));
        return new ContentKey(wrapping.unwrap(masterId, placeOf(stream), wrapped));
    }

    @Override
    public void destroy(StreamId stream) {
        cql.applied(destroy.bind(stream.value()));
        forget(stream);
    }

    @Override
    public void forget(StreamId stream) {
        held.invalidate(stream);
    }

    private static ContentPlace placeOf(StreamId stream) {
        return ContentPlace.of("key", stream.value());
    }
}
