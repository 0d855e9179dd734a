package dev.counterpoint.infra.cassandra.cards;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.protocol.internal.util.Bytes;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.event.EncodedEvent;
import dev.counterpoint.domain.event.EventCodec;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.time.Micros;
import dev.counterpoint.infra.cassandra.session.Cql;
import dev.counterpoint.query.catalog.CardEvents;
import dev.counterpoint.query.catalog.CardVersion;
import dev.counterpoint.query.catalog.CardVersions;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The events of a card in a partition of their own; a version is read from the last two of them. */
public final class CassandraCardVersions implements CardVersions {
    private final Cql cql;
    private final EventCodec codec;
    private final PreparedStatement insert;
    private final PreparedStatement select;

    public CassandraCardVersions(Cql cql, EventCodec codec) {
        this.cql = cql;
        this.codec = codec;
        insert = cql.prepare("INSERT INTO cards (card_id, recorded_at, seq, stream, event_id, type, revision, payload)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        select = cql.prepare("SELECT recorded_at, seq, stream, event_id, type, revision, payload FROM cards"
                + " WHERE card_id = ? AND recorded_at <= ? LIMIT " + CardEvents.DECISIVE);
    }

    @Override
    public Optional<CardVersion> asOf(CardId cardId, Instant recordedAt) {
        List<RecordedEvent> newestFirst =
                cql.all(select.bind(cardId.value(), Micros.of(recordedAt)).setIdempotent(true)).stream()
                        .map(this::event)
                        .toList();
        return CardEvents.versionOf(newestFirst);
    }

    @Override
    public CompletionStage<Void> add(RecordedEvent event) {
        EncodedEvent encoded = codec.encode(event.event());
        return cql.executeAsync(insert.bind(
                                CardEvents.cardOf(event).value(),
                                Micros.of(event.recordedAt()),
                                event.sequence(),
                                event.stream().value(),
                                event.eventId(),
                                encoded.type(),
                                encoded.revision(),
                                ByteBuffer.wrap(encoded.payload()))
                        .setIdempotent(true))
                .thenApply(done -> null);
    }

    private RecordedEvent event(Row row) {
        EncodedEvent encoded = new EncodedEvent(
                Objects.requireNonNull(row.getString("type")),
                row.getInt("revision"),
                Bytes.getArray(Objects.requireNonNull(row.getByteBuffer("payload"))));
        return new RecordedEvent(
                new StreamId(Objects.requireNonNull(row.getString("stream"))),
                row.getLong("seq"),
                Objects.requireNonNull(row.getUuid("event_id")),
                Micros.toInstant(row.getLong("recorded_at")),
                codec.decode(encoded),
                Map.of());
    }
}
