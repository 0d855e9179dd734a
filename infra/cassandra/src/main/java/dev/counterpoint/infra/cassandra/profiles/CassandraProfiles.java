package dev.counterpoint.infra.cassandra.profiles;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.protocol.internal.util.Bytes;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.profile.Profile;
import dev.counterpoint.domain.profile.ProfileBytes;
import dev.counterpoint.infra.cassandra.session.Cql;
import dev.counterpoint.query.profile.Profiles;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Profiles in a row per stream and fold version. The time of a write is the sequence: Cassandra then keeps the highest one, whatever comes
 * late, without a condition. Two writes of one sequence are of the same fold, so they have the same content.
 */
public final class CassandraProfiles implements Profiles {
    private final Cql cql;
    private final PreparedStatement select;
    private final PreparedStatement insert;

    public CassandraProfiles(Cql cql) {
        this.cql = cql;
        select = cql.prepare("SELECT profile FROM profiles WHERE stream = ? AND fold_version = ?");
        insert = cql.prepare(
                "INSERT INTO profiles (stream, fold_version, seq, profile) VALUES (?, ?, ?, ?) USING TIMESTAMP ?");
    }

    @Override
    public Optional<Profile> find(StreamId stream) {
        return cql.first(select.bind(stream.value(), Profile.FOLD_VERSION).setIdempotent(true))
                .map(CassandraProfiles::profile);
    }

    /** The empty profile is not stored: nothing is known without it either. */
    @Override
    public CompletionStage<Void> save(StreamId stream, Profile profile) {
        ByteBuffer bytes = ByteBuffer.wrap(ProfileBytes.encode(profile));
        return cql.executeAsync(insert.bind(
                                stream.value(), Profile.FOLD_VERSION, profile.sequence(), bytes, profile.sequence() + 1)
                        .setIdempotent(true))
                .thenApply(done -> null);
    }

    private static Profile profile(Row row) {
        return ProfileBytes.decode(Bytes.getArray(Objects.requireNonNull(row.getByteBuffer("profile"))));
    }
}
