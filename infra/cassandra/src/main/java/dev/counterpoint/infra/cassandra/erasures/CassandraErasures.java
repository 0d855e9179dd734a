package dev.counterpoint.infra.cassandra.erasures;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.data.TupleValue;
import com.datastax.oss.driver.api.core.type.DataTypes;
import com.datastax.oss.driver.api.core.type.TupleType;
import dev.counterpoint.command.erasure.ErasureReport;
import dev.counterpoint.command.erasure.Erasures;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.time.Micros;
import dev.counterpoint.infra.cassandra.session.Cql;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row to each report. What is open stands in a list before it stands in its row, and leaves the list after it is complete there. */
public final class CassandraErasures implements Erasures {
    private static final int SHARD = 0;
    private static final TupleType STEP = DataTypes.tupleOf(DataTypes.TEXT, DataTypes.BIGINT);

    private final Cql cql;
    private final PreparedStatement select;
    private final PreparedStatement insert;
    private final PreparedStatement selectOpen;
    private final PreparedStatement insertOpen;
    private final PreparedStatement deleteOpen;

    public CassandraErasures(Cql cql) {
        this.cql = cql;
        select = cql.prepare("SELECT requested_at, first_recorded_at, last_recorded_at, steps, models, completed_at"
                + " FROM erasures WHERE stream = ?");
        insert = cql.prepare(
                "INSERT INTO erasures (stream, requested_at, first_recorded_at, last_recorded_at, steps, models,"
                        + " completed_at) VALUES (?, ?, ?, ?, ?, ?, ?)");
        selectOpen = cql.prepare("SELECT stream FROM erasures_open WHERE shard = " + SHARD);
        insertOpen = cql.prepare("INSERT INTO erasures_open (shard, stream) VALUES (" + SHARD + ", ?)");
        deleteOpen = cql.prepare("DELETE FROM erasures_open WHERE shard = " + SHARD + " AND stream = ?");
    }

    @Override
    public Optional<ErasureReport> find(StreamId stream) {
        return cql.first(select.bind(stream.value()).setIdempotent(true)).map(row -> report(stream, row));
    }

    @Override
    public void save(ErasureReport report) {
        String stream = report.stream().value();
        if (!report.isComplete()) {
            cql.execute(insertOpen.bind(stream).setIdempotent(true));
        }
        List<TupleValue> steps = report.steps().entrySet().stream()
                .map(step -> STEP.newValue(step.getKey(), Micros.of(step.getValue())))
                .toList();
        cql.execute(insert.bind(
                        stream,
                        Micros.of(report.requestedAt()),
                        micros(report.firstRecordedAt()),
                        micros(report.lastRecordedAt()),
                        steps,
                        report.modelsToRetrain(),
                        micros(report.completedAt()))
                .setIdempotent(true));
        if (report.isComplete()) {
            cql.execute(deleteOpen.bind(stream).setIdempotent(true));
        }
    }

    @Override
    public List<StreamId> open() {
        return cql.all(selectOpen.bind().setIdempotent(true)).stream()
                .map(row -> new StreamId(Objects.requireNonNull(row.getString("stream"))))
                .toList();
    }

    private static ErasureReport report(StreamId stream, Row row) {
        Map<String, Instant> steps = new LinkedHashMap<>();
        for (TupleValue step : Objects.requireNonNull(row.getList("steps", TupleValue.class))) {
            steps.put(Objects.requireNonNull(step.getString(0)), Micros.toInstant(step.getLong(1)));
        }
        return new ErasureReport(
                stream,
                Micros.toInstant(row.getLong("requested_at")),
                instant(row, "first_recorded_at"),
                instant(row, "last_recorded_at"),
                steps,
                Objects.requireNonNull(row.getList("models", String.class)),
                instant(row, "completed_at"));
    }

    private static @Nullable Long micros(@Nullable Instant instant) {
        return instant == null ? null : Micros.of(instant);
    }

    private static @Nullable Instant instant(Row row, String column) {
        return row.isNull(column) ? null : Micros.toInstant(row.getLong(column));
    }
}
