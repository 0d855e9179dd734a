package dev.counterpoint.infra.cassandra.decisions;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import dev.counterpoint.domain.decision.DecisionContents;
import dev.counterpoint.domain.decision.DecisionId;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.refusal.StoreUnavailableException;
import dev.counterpoint.infra.cassandra.session.Cql;
import dev.counterpoint.query.decision.LogMark;
import dev.counterpoint.query.decision.LogPosition;
import dev.counterpoint.training.replay.ServedDecisions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** The pages of a listener, read side by side. */
public final class CassandraServedDecisions implements ServedDecisions {
    private static final int AT_ONCE = 128;

    private final Cql cql;
    private final DecisionContents contents;
    private final DecisionsOfListeners ofListeners;
    private final PreparedStatement select;

    /** @param retention how long records are kept */
    public CassandraServedDecisions(Cql cql, DecisionContents contents, Duration retention) {
        this.cql = cql;
        this.contents = contents;
        this.ofListeners = new DecisionsOfListeners(cql, retention);
        this.select = cql.prepare("SELECT decision_id, key_id, record, void_hash FROM decisions"
                + " WHERE epoch = ? AND group_number = ? AND slot = ?");
    }

    @Override
    public List<Served> of(StreamId stream, Instant from, Instant to) {
        List<LogMark> marks = ofListeners.between(stream, from, to);
        List<Served> served = new ArrayList<>();
        for (int begin = 0; begin < marks.size(); begin += AT_ONCE) {
            List<CompletableFuture<@Nullable Row>> rows = new ArrayList<>();
            for (LogMark mark : marks.subList(begin, Math.min(begin + AT_ONCE, marks.size()))) {
                rows.add(read(mark.position()));
            }
            rows.stream()
                    .map(CassandraServedDecisions::joined)
                    .filter(row -> row != null && row.isNull("void_hash"))
                    .map(row -> served(stream, Objects.requireNonNull(row)))
                    .forEach(served::add);
        }
        return served;
    }

    private CompletableFuture<@Nullable Row> read(LogPosition position) {
        return cql.executeAsync(select.bind(position.epoch(), position.group(), position.slot())
                        .setIdempotent(true))
                .<@Nullable Row>thenApply(rows -> rows.one())
                .toCompletableFuture();
    }

    private static @Nullable Row joined(CompletableFuture<@Nullable Row> row) {
        try {
            return row.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof StoreUnavailableException unavailable ? unavailable : failed;
        }
    }

    private Served served(StreamId stream, Row row) {
        return new Served(
                new DecisionId(Objects.requireNonNull(row.getString("decision_id"))),
                contents.read(stream, DecisionRows.stored(row)));
    }
}
