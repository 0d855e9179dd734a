package dev.counterpoint.infra.cassandra.artifacts;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.protocol.internal.util.Bytes;
import dev.counterpoint.domain.model.ModelArtifact;
import dev.counterpoint.domain.model.ModelArtifacts;
import dev.counterpoint.infra.cassandra.session.Cql;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Optional;

/** A learned model to a partition. What is read is what its name says, or it is not given out. */
public final class CassandraModelArtifacts implements ModelArtifacts {
    private final Cql cql;
    private final PreparedStatement insert;
    private final PreparedStatement select;

    public CassandraModelArtifacts(Cql cql) {
        this.cql = cql;
        insert = cql.prepare("INSERT INTO model_artifacts (model_id, estimator, content) VALUES (?, ?, ?)");
        select = cql.prepare("SELECT estimator, content FROM model_artifacts WHERE model_id = ?");
    }

    @Override
    public void put(ModelArtifact artifact) {
        cql.execute(insert.bind(artifact.modelId(), artifact.estimator(), ByteBuffer.wrap(artifact.bytes()))
                .setIdempotent(true));
    }

    /** @throws IllegalStateException if the bytes are not those that the model is named after */
    @Override
    public Optional<ModelArtifact> find(String modelId) {
        return cql.first(select.bind(modelId).setIdempotent(true)).map(row -> artifact(modelId, row));
    }

    private static ModelArtifact artifact(String modelId, Row row) {
        ModelArtifact artifact = new ModelArtifact(
                Objects.requireNonNull(row.getString("estimator")),
                Bytes.getArray(Objects.requireNonNull(row.getByteBuffer("content"))));
        if (!artifact.modelId().equals(modelId)) {
            throw new IllegalStateException("the bytes kept for " + modelId + " are those of " + artifact.modelId());
        }
        return artifact;
    }
}
