package dev.counterpoint.infra.cassandra.publication;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.infra.cassandra.session.Cql;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/** Intents and the processes that wrote them. Intents are plain rows without deletes; the processes' rows are only written conditionally. */
final class Intents {
    /** All processes stand in one partition: there are as many as servers. */
    private static final int SHARD = 0;

    private final Cql cql;
    private final PreparedStatement insert;
    private final PreparedStatement select;
    private final PreparedStatement insertWriter;
    private final PreparedStatement updateWriter;
    private final PreparedStatement selectWriters;
    private final PreparedStatement deleteWriter;

    Intents(Cql cql) {
        this.cql = cql;
        insert = cql.prepare("INSERT INTO intents (writer, bucket10s, stream, expected) VALUES (?, ?, ?, ?)");
        select = cql.prepare("SELECT stream, expected FROM intents WHERE writer = ? AND bucket10s = ?");
        insertWriter = cql.prepare("INSERT INTO intent_writers (shard, writer, first_bucket, last_bucket)" + " VALUES ("
                + SHARD + ", ?, ?, ?) IF NOT EXISTS");
        updateWriter = cql.prepare("UPDATE intent_writers SET first_bucket = ?, last_bucket = ?" + " WHERE shard = "
                + SHARD + " AND writer = ? IF EXISTS");
        selectWriters =
                cql.prepare("SELECT writer, first_bucket, last_bucket FROM intent_writers WHERE shard = " + SHARD);
        deleteWriter = cql.prepare("DELETE FROM intent_writers WHERE shard = " + SHARD + " AND writer = ? IF EXISTS");
    }

    void write(UUID writer, long bucket, Intent intent) {
        cql.execute(insert.bind(writer, bucket, intent.stream().value(), intent.expectedVersion())
                .setIdempotent(true));
    }

    void forEach(UUID writer, long bucket, Consumer<Intent> intents) {
        cql.forEach(
                select.bind(writer, bucket).setIdempotent(true),
                row -> intents.accept(new Intent(
                        new StreamId(Objects.requireNonNull(row.getString("stream"))), row.getLong("expected"))));
    }

    /** Makes the process known, or moves its span. */
    void look(WriterSpan span) {
        if (!cql.applied(updateWriter.bind(span.firstBucket(), span.lastBucket(), span.writer()))) {
            cql.applied(insertWriter.bind(span.writer(), span.firstBucket(), span.lastBucket()));
        }
    }

    List<WriterSpan> writers() {
        return cql
                .all(selectWriters
                        .bind()
                        .setConsistencyLevel(cql.serialConsistency())
                        .setIdempotent(true))
                .stream()
                .map(Intents::span)
                .toList();
    }

    /** All that the process may have left unpublished is published. */
    void forget(UUID writer) {
        cql.applied(deleteWriter.bind(writer));
    }

    private static WriterSpan span(Row row) {
        return new WriterSpan(
                Objects.requireNonNull(row.getUuid("writer")), row.getLong("first_bucket"), row.getLong("last_bucket"));
    }
}
