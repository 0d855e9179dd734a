package dev.counterpoint.infra.cassandra.proof;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.Statement;
import com.datastax.oss.protocol.internal.util.Bytes;
import dev.counterpoint.domain.eventlog.Sha256;
import dev.counterpoint.domain.proof.ChainHead;
import dev.counterpoint.domain.proof.Checkpoint;
import dev.counterpoint.domain.proof.Checkpoints;
import dev.counterpoint.domain.proof.SignedCheckpoint;
import dev.counterpoint.domain.refusal.StoreUnavailableException;
import dev.counterpoint.domain.time.Micros;
import dev.counterpoint.infra.cassandra.session.Cql;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The heads of a checkpoint are written before its row: a checkpoint that is found has them. */
public final class CassandraCheckpoints implements Checkpoints {
    private static final int SHARD = 0;
    private static final int HEADS_IN_A_CHUNK = 2_000;
    private static final int AT_ONCE = 128;
    private static final String SIGHTING =
            "SELECT position, slot, writer, number, head_index, link FROM chain_sightings" + " WHERE chain = ?";

    private final Cql cql;
    private final PreparedStatement insert;
    private final PreparedStatement insertWriter;
    private final PreparedStatement insertHeads;
    private final PreparedStatement insertSighting;
    private final PreparedStatement select;
    private final PreparedStatement selectWriters;
    private final PreparedStatement selectHeads;
    private final PreparedStatement selectSightings;
    private final PreparedStatement selectFirstFrom;
    private final PreparedStatement selectLastBelow;

    public CassandraCheckpoints(Cql cql) {
        this.cql = cql;
        insert = cql.prepare("INSERT INTO checkpoints (writer, number, made_at, heads, root, previous, signature)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)");
        insertWriter = cql.prepare("INSERT INTO checkpoint_writers (shard, writer) VALUES (" + SHARD + ", ?)");
        insertHeads = cql.prepare("INSERT INTO checkpoint_heads (writer, number, chunk, content) VALUES (?, ?, ?, ?)");
        insertSighting =
                cql.prepare("INSERT INTO chain_sightings (chain, position, slot, writer, number, head_index, link)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)");
        select = cql.prepare("SELECT made_at, heads, root, previous, signature FROM checkpoints"
                + " WHERE writer = ? AND number = ?");
        selectWriters = cql.prepare("SELECT writer FROM checkpoint_writers WHERE shard = " + SHARD);
        selectHeads = cql.prepare("SELECT content FROM checkpoint_heads WHERE writer = ? AND number = ?");
        selectSightings = cql.prepare(SIGHTING + " LIMIT ?");
        selectFirstFrom = cql.prepare(SIGHTING + " AND position >= ? ORDER BY position ASC LIMIT 1");
        selectLastBelow = cql.prepare(SIGHTING + " AND position < ? LIMIT 1");
    }

    @Override
    public void add(SignedCheckpoint signed, List<ChainHead> heads) {
        Checkpoint checkpoint = signed.checkpoint();
        if (checkpoint.number() == 0) {
            cql.execute(insertWriter.bind(checkpoint.writer()).setIdempotent(true));
        }
        addHeads(checkpoint, heads);
        cql.execute(insert.bind(
                        checkpoint.writer(),
                        checkpoint.number(),
                        Micros.of(checkpoint.at()),
                        checkpoint.heads(),
                        ByteBuffer.wrap(checkpoint.root().bytes()),
                        ByteBuffer.wrap(checkpoint.previous().bytes()),
                        ByteBuffer.wrap(signed.signature()))
                .setIdempotent(true));
    }

    private void addHeads(Checkpoint checkpoint, List<ChainHead> heads) {
        List<Statement<?>> statements = new ArrayList<>();
        for (int begin = 0; begin < heads.size(); begin += HEADS_IN_A_CHUNK) {
            List<ChainHead> chunk = heads.subList(begin, Math.min(begin + HEADS_IN_A_CHUNK, heads.size()));
            statements.add(insertHeads.bind(
                    checkpoint.writer(), checkpoint.number(), begin / HEADS_IN_A_CHUNK, ByteBuffer.wrap(bytes(chunk))));
        }
        for (int i = 0; i < heads.size(); i++) {
            ChainHead head = heads.get(i);
            statements.add(insertSighting.bind(
                    head.chain(),
                    head.position(),
                    head.slot(),
                    checkpoint.writer(),
                    checkpoint.number(),
                    i,
                    ByteBuffer.wrap(head.link().bytes())));
        }
        for (int begin = 0; begin < statements.size(); begin += AT_ONCE) {
            awaitAll(statements.subList(begin, Math.min(begin + AT_ONCE, statements.size())));
        }
    }

    private void awaitAll(List<Statement<?>> statements) {
        try {
            CompletableFuture.allOf(statements.stream()
                            .map(each ->
                                    cql.executeAsync(each.setIdempotent(true)).toCompletableFuture())
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof StoreUnavailableException unavailable ? unavailable : failed;
        }
    }

    private static byte[] bytes(List<ChainHead> heads) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        heads.forEach(head -> bytes.writeBytes(head.bytes()));
        return bytes.toByteArray();
    }

    @Override
    public List<String> writers() {
        return cql.all(selectWriters.bind().setIdempotent(true)).stream()
                .map(row -> Objects.requireNonNull(row.getString("writer")))
                .toList();
    }

    @Override
    public Optional<SignedCheckpoint> find(String writer, long number) {
        return cql.first(select.bind(writer, number).setIdempotent(true)).map(row -> checkpoint(writer, number, row));
    }

    @Override
    public List<ChainHead> headsOf(String writer, long number) {
        List<ChainHead> heads = new ArrayList<>();
        cql.forEach(
                selectHeads.bind(writer, number).setIdempotent(true),
                row -> heads.addAll(ChainHead.allOf(bytes(row, "content"))));
        return heads;
    }

    @Override
    public List<Sighting> sightings(String chain, int limit) {
        return cql.all(selectSightings.bind(chain, limit).setIdempotent(true)).stream()
                .map(row -> sighting(chain, row))
                .toList();
    }

    @Override
    public Optional<Sighting> firstFrom(String chain, long position) {
        return cql.first(selectFirstFrom.bind(chain, position).setIdempotent(true))
                .map(row -> sighting(chain, row));
    }

    @Override
    public Optional<Sighting> lastBelow(String chain, long position) {
        return cql.first(selectLastBelow.bind(chain, position).setIdempotent(true))
                .map(row -> sighting(chain, row));
    }

    private static Sighting sighting(String chain, Row row) {
        return new Sighting(
                Objects.requireNonNull(row.getString("writer")),
                row.getLong("number"),
                row.getInt("head_index"),
                new ChainHead(chain, row.getLong("position"), row.getInt("slot"), hash(row, "link")));
    }

    private static SignedCheckpoint checkpoint(String writer, long number, Row row) {
        return new SignedCheckpoint(
                new Checkpoint(
                        writer,
                        number,
                        Micros.toInstant(row.getLong("made_at")),
                        row.getInt("heads"),
                        hash(row, "root"),
                        hash(row, "previous")),
                bytes(row, "signature"));
    }

    private static Sha256 hash(Row row, String column) {
        return new Sha256(bytes(row, column));
    }

    private static byte[] bytes(Row row, String column) {
        return Bytes.getArray(Objects.requireNonNull(row.getByteBuffer(column), column));
    }
}
