package dev.counterpoint.infra.cassandra.artifacts;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.protocol.internal.util.Bytes;
import dev.counterpoint.domain.model.ModelArtifact;
import dev.counterpoint.domain.model.ModelArtifacts;
import dev.counterpoint.infra.cassandra.session.Cql;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Optional;

/**
 * A learned model to a partition; one that is larger than a row should be lies in pieces, a partition each, and its row, written last, holds no
 * bytes. What is read is what its name says, or it is not given out.
 */
public final class CassandraModelArtifacts implements ModelArtifacts {
    private static final int PIECE_BYTES = 1 << 20;

    private final Cql cql;
    private final PreparedStatement insert;
    private final PreparedStatement select;
    private final PreparedStatement insertPiece;
    private final PreparedStatement selectPiece;

    public CassandraModelArtifacts(Cql cql) {
        this.cql = cql;
        insert = cql.prepare("INSERT INTO model_artifacts (model_id, estimator, content) VALUES (?, ?, ?)");
        select = cql.prepare("SELECT estimator, content FROM model_artifacts WHERE model_id = ?");
        insertPiece = cql.prepare("INSERT INTO model_artifact_pieces (model_id, piece, content) VALUES (?, ?, ?)");
        selectPiece = cql.prepare("SELECT content FROM model_artifact_pieces WHERE model_id = ? AND piece = ?");
    }

    @Override
    public void put(ModelArtifact artifact) {
        boolean isWhole = artifact.bytes().length <= PIECE_BYTES;
        if (!isWhole) {
            putPieces(artifact);
        }
        ByteBuffer content = isWhole ? ByteBuffer.wrap(artifact.bytes()) : ByteBuffer.allocate(0);
        cql.execute(
                insert.bind(artifact.modelId(), artifact.estimator(), content).setIdempotent(true));
    }

    private void putPieces(ModelArtifact artifact) {
        byte[] bytes = artifact.bytes();
        for (int piece = 0; piece * PIECE_BYTES < bytes.length; piece++) {
            int from = piece * PIECE_BYTES;
            ByteBuffer content = ByteBuffer.wrap(bytes, from, Math.min(PIECE_BYTES, bytes.length - from));
            cql.execute(insertPiece.bind(artifact.modelId(), piece, content).setIdempotent(true));
        }
    }

    private byte[] pieces(String modelId) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Optional<Row> row = piece(modelId, 0);
        for (int piece = 1; row.isPresent(); piece++) {
            bytes.writeBytes(contentOf(row.get()));
            row = piece(modelId, piece);
        }
        return bytes.toByteArray();
    }

    private Optional<Row> piece(String modelId, int piece) {
        return cql.first(selectPiece.bind(modelId, piece).setIdempotent(true));
    }

    private static byte[] contentOf(Row row) {
        return Bytes.getArray(Objects.requireNonNull(row.getByteBuffer("content")));
    }

    /** @throws IllegalStateException if the bytes are not those that the model is named after */
    @Override
    public Optional<ModelArtifact> find(String modelId) {
        return cql.first(select.bind(modelId).setIdempotent(true)).map(row -> artifact(modelId, row));
    }

    private ModelArtifact artifact(String modelId, Row row) {
        byte[] content = contentOf(row);
        ModelArtifact artifact = new ModelArtifact(
                Objects.requireNonNull(row.getString("estimator")), content.length > 0 ? content : pieces(modelId));
        if (!artifact.modelId().equals(modelId)) {
            throw new IllegalStateException("the bytes kept for " + modelId + " are those of " + artifact.modelId());
        }
        return artifact;
    }
}
