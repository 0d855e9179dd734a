package dev.counterpoint.infra.cassandra.decisions;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.protocol.internal.util.Bytes;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.Sha256;
import dev.counterpoint.infra.cassandra.session.Cql;
import dev.counterpoint.query.decision.DecisionGroup;
import dev.counterpoint.query.decision.DecisionGroups;
import dev.counterpoint.query.decision.LogMark;
import dev.counterpoint.query.decision.LogPosition;
import dev.counterpoint.query.decision.LoggedDecision;
import dev.counterpoint.query.decision.RequestKey;
import dev.counterpoint.query.decision.StoredGroup;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Groups of decisions as partitions. The rows of a group are written side by side; it counts when all of them are acknowledged. */
public final class CassandraDecisionGroups implements DecisionGroups {
    private static final String EPOCHS = "decisions";

    private final Cql cql;
    private final int retentionSeconds;
    private final InsertDecision insertDecision;
    private final DecisionsOfListeners ofListeners;
    private final PreparedStatement insertRequest;
    private final PreparedStatement insertVoid;
    private final PreparedStatement selectDecision;
    private final PreparedStatement selectRequest;
    private final PreparedStatement deleteRequests;
    private final PreparedStatement selectGroup;
    private final PreparedStatement selectEpoch;
    private final PreparedStatement firstEpoch;
    private final PreparedStatement nextEpoch;

    /** @param retention how long records are kept */
    public CassandraDecisionGroups(Cql cql, Duration retention) {
        this.cql = cql;
        this.retentionSeconds = Math.toIntExact(retention.toSeconds());
        insertDecision = new InsertDecision(cql);
        ofListeners = new DecisionsOfListeners(cql, retention);
        insertRequest = cql.prepare("INSERT INTO requests_of_listeners"
                + " (stream, request_hash, parameters, epoch, group_number, slot) VALUES (?, ?, ?, ?, ?, ?)");
        insertVoid = cql.prepare("INSERT INTO decisions (epoch, group_number, void_hash) VALUES (?, ?, ?) USING TTL ?");
        selectDecision = cql.prepare("SELECT " + DecisionRows.COLUMNS
                + ", void_hash FROM decisions WHERE epoch = ? AND group_number = ? AND slot = ?");
        selectRequest = cql.prepare("SELECT parameters, epoch, group_number, slot FROM requests_of_listeners"
                + " WHERE stream = ? AND request_hash = ?");
        deleteRequests = cql.prepare("DELETE FROM requests_of_listeners WHERE stream = ?");
        selectGroup = cql.prepare("SELECT slot, previous_hash, void_hash, " + DecisionRows.COLUMNS
                + " FROM decisions WHERE epoch = ? AND group_number = ?");
        selectEpoch = cql.prepare("SELECT last FROM decision_epochs WHERE name = ?");
        firstEpoch = cql.prepare("INSERT INTO decision_epochs (name, last) VALUES (?, 1) IF NOT EXISTS");
        nextEpoch = cql.prepare("UPDATE decision_epochs SET last = ? WHERE name = ? IF last = ?");
    }

    /** An answer that was lost costs a number, and no number is given out twice. */
    @Override
    public long newEpoch() {
        if (cql.applied(firstEpoch.bind(EPOCHS))) {
            return 1;
        }
        while (true) {
            long last = cql.first(selectEpoch.bind(EPOCHS).setConsistencyLevel(cql.serialConsistency()))
                    .orElseThrow()
                    .getLong("last");
            if (cql.applied(nextEpoch.bind(last + 1, EPOCHS, last))) {
                return last + 1;
            }
        }
    }

    @Override
    public CompletionStage<Void> write(DecisionGroup group) {
        List<CompletableFuture<?>> rows = new ArrayList<>();
        for (LoggedDecision entry : group.entries()) {
            rows.add(cql.executeAsync(insertDecision.of(entry, group.previousHash(), retentionSeconds))
                    .toCompletableFuture());
            rows.add(cql.executeAsync(ofListeners.insert(entry)).toCompletableFuture());
            RequestKey request = entry.request();
            if (request != null) {
                rows.add(keep(entry, request).toCompletableFuture());
            }
        }
        return CompletableFuture.allOf(rows.toArray(CompletableFuture<?>[]::new));
    }

    private CompletionStage<?> keep(LoggedDecision entry, RequestKey request) {
        LogPosition position = entry.position();
        return cql.executeAsync(insertRequest
                .bind(
                        entry.stream().value(),
                        hashed(request.requestId()),
                        request.parameters(),
                        position.epoch(),
                        position.group(),
                        position.slot())
                .setIdempotent(true));
    }

    @Override
    public CompletionStage<Void> writeVoid(long epoch, long group, byte[] hash) {
        return cql.executeAsync(insertVoid
                        .bind(epoch, group, ByteBuffer.wrap(hash), retentionSeconds)
                        .setIdempotent(true))
                .thenApply(done -> null);
    }

    @Override
    public Optional<LoggedDecision> find(LogPosition position) {
        return cql.first(selectDecision
                        .bind(position.epoch(), position.group(), position.slot())
                        .setIdempotent(true))
                .filter(row -> row.isNull("void_hash"))
                .map(row -> DecisionRows.decision(position, row));
    }

    @Override
    public Optional<StoredGroup> stored(long epoch, long group) {
        List<Row> rows = cql.all(selectGroup.bind(epoch, group).setIdempotent(true));
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<LoggedDecision> entries = rows.stream()
                .filter(row -> !row.isNull("slot"))
                .map(row -> DecisionRows.decision(new LogPosition(epoch, group, row.getInt("slot")), row))
                .toList();
        return Optional.of(
                new StoredGroup(hash(rows.get(0), "previous_hash"), hash(rows.get(0), "void_hash"), entries));
    }

    private static byte @Nullable [] hash(Row row, String column) {
        ByteBuffer hash = row.getByteBuffer(column);
        return hash == null ? null : Bytes.getArray(hash);
    }

    @Override
    public long lastEpoch() {
        return cql.first(selectEpoch
                        .bind(EPOCHS)
                        .setConsistencyLevel(cql.serialConsistency())
                        .setIdempotent(true))
                .map(row -> row.getLong("last"))
                .orElse(0L);
    }

    @Override
    public Optional<Answered> answered(StreamId stream, String requestId) {
        return cql.first(selectRequest.bind(stream.value(), hashed(requestId)).setIdempotent(true))
                .map(row -> answered(requestId, row));
    }

    @Override
    public List<LogMark> newestOf(StreamId stream, LogMark before, int limit) {
        return ofListeners.newestOf(stream, before, limit);
    }

    @Override
    public void forget(StreamId stream) {
        cql.execute(deleteRequests.bind(stream.value()).setIdempotent(true));
        ofListeners.forget(stream);
    }

    /** A client may have put anything into its id, so the id itself is not kept. */
    private static String hashed(String requestId) {
        return Sha256.of(requestId.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static Answered answered(String requestId, Row row) {
        return new Answered(
                new LogPosition(row.getLong("epoch"), row.getLong("group_number"), row.getInt("slot")),
                new RequestKey(requestId, Objects.requireNonNull(row.getString("parameters"))));
    }
}
