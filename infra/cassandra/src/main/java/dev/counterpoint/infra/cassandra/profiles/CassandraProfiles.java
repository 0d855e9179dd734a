package dev.counterpoint.infra.cassandra.profiles;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.protocol.internal.util.Bytes;
import dev.counterpoint.domain.encoding.UnreadableBytesException;
import dev.counterpoint.domain.encryption.ContentErasedException;
import dev.counterpoint.domain.encryption.ContentPlace;
import dev.counterpoint.domain.encryption.ContentProtection;
import dev.counterpoint.domain.encryption.StoredContent;
import dev.counterpoint.domain.encryption.UnreadableContentException;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.profile.Profile;
import dev.counterpoint.domain.profile.ProfileBytes;
import dev.counterpoint.infra.cassandra.session.Cql;
import dev.counterpoint.query.profile.Profiles;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Profiles in a row per stream and fold version. The time of a write is the sequence: Cassandra then keeps the highest one, whatever comes
 * late, without a condition. Two writes of one sequence are of the same fold, so they have the same content.
 */
public final class CassandraProfiles implements Profiles {
    private static final Logger LOG = LoggerFactory.getLogger(CassandraProfiles.class);

    private final Cql cql;
    private final ContentProtection protection;
    private final PreparedStatement select;
    private final PreparedStatement insert;
    private final PreparedStatement delete;
    private final PreparedStatement markRebuilt;
    private final PreparedStatement rebuilt;
    private final int foldVersion;

    public CassandraProfiles(Cql cql, ContentProtection protection) {
        this(cql, protection, Profile.FOLD_VERSION);
    }

    CassandraProfiles(Cql cql, ContentProtection protection, int foldVersion) {
        this.cql = cql;
        this.foldVersion = foldVersion;
        this.protection = protection;
        select = cql.prepare("SELECT seq, key_id, profile FROM profiles WHERE stream = ? AND fold_version = ?");
        insert = cql.prepare(
                "INSERT INTO profiles (stream, fold_version, seq, key_id, profile) VALUES (?, ?, ?, ?, ?) USING TIMESTAMP ?");
        markRebuilt =
                cql.prepare("INSERT INTO rebuilt_profiles (fold_version, rebuilt_at) VALUES (?, toTimestamp(now()))");
        rebuilt = cql.prepare("SELECT fold_version FROM rebuilt_profiles WHERE fold_version = ?");
        // Of now, which is above every sequence: what comes late stays away as well.
        delete = cql.prepare("DELETE FROM profiles WHERE stream = ?");
    }

    @Override
    public Optional<Profile> find(StreamId stream) {
        return cql.first(select.bind(stream.value(), foldVersion).setIdempotent(true))
                .flatMap(row -> profile(stream, row));
    }

    /** The empty profile is not stored: nothing is known without it either. */
    @Override
    public CompletionStage<Void> save(StreamId stream, Profile profile) {
        byte[] bytes;
        try {
            bytes = protection.protect(stream, placeOf(stream, profile.sequence()), ProfileBytes.encode(profile));
        } catch (ContentErasedException erased) {
            return CompletableFuture.completedFuture(null);
        }
        return cql.executeAsync(insert.bind(
                                stream.value(),
                                foldVersion,
                                profile.sequence(),
                                ContentProtection.covers(stream) ? StoredContent.OWN_KEY : null,
                                ByteBuffer.wrap(bytes),
                                profile.sequence() + 1)
                        .setIdempotent(true))
                .thenApply(done -> null);
    }

    /** One that cannot be read is none: it is folded from the stream again, and written over. */
    private Optional<Profile> profile(StreamId stream, Row row) {
        byte[] stored = Bytes.getArray(Objects.requireNonNull(row.getByteBuffer("profile")));
        try {
            return Optional.of(ProfileBytes.decode(
                    row.isNull("key_id")
                            ? stored
                            : protection.open(stream, placeOf(stream, row.getLong("seq")), stored)));
        } catch (UnreadableContentException | UnreadableBytesException broken) {
            LOG.error("a stored profile cannot be read, it is folded again: stream={}", stream, broken);
            return Optional.empty();
        }
    }

    @Override
    public void forget(StreamId stream) {
        cql.execute(delete.bind(stream.value()).setIdempotent(true));
    }

    @Override
    public void markRebuilt() {
        cql.execute(markRebuilt.bind(foldVersion).setIdempotent(true));
    }

    @Override
    public boolean isRebuilt() {
        return cql.first(rebuilt.bind(foldVersion).setIdempotent(true)).isPresent();
    }

    private ContentPlace placeOf(StreamId stream, long sequence) {
        return ContentPlace.of("profile", stream.value(), Integer.toString(foldVersion), Long.toString(sequence));
    }
}
