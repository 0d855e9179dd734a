package dev.counterpoint.infra.cassandra.versions;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import dev.counterpoint.domain.statistics.Statistics;
import dev.counterpoint.domain.statistics.StatisticsChange;
import dev.counterpoint.infra.cassandra.session.Cql;
import dev.counterpoint.infra.cassandra.versions.StatisticsParts.Part;
import dev.counterpoint.query.statistics.StatisticsStore;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Versions as numbered rows that name their parts; a row is added on the condition that its number is free. */
public final class CassandraStatisticsStore implements StatisticsStore {
    private final Cql cql;
    private final NumberedRows rows;
    private final StatisticsParts parts;
    private final PreparedStatement insert;
    private final PreparedStatement addBase;
    private final PreparedStatement selectBases;

    public CassandraStatisticsStore(Cql cql) {
        this.cql = cql;
        this.rows = new NumberedRows(cql, "statistics_versions", "part, chunks");
        this.parts = new StatisticsParts(cql);
        insert = cql.prepare(
                "INSERT INTO statistics_versions (bucket, number, part, chunks) VALUES (?, ?, ?, ?) IF NOT EXISTS");
        addBase = cql.prepare(
                "UPDATE statistics_versions SET base = ?, base_chunks = ? WHERE bucket = ? AND number = ? IF EXISTS");
        selectBases = cql.prepare("SELECT base, base_chunks FROM statistics_versions WHERE bucket = ? AND number <= ?");
    }

    @Override
    public long latest() {
        return rows.newest().map(row -> row.getLong("number")).orElse(0L);
    }

    @Override
    public Optional<StatisticsChange> change(long version) {
        return rows.find(version).map(row -> parts.read(part(row, "part", "chunks")));
    }

    @Override
    public Statistics baseUpTo(long version) {
        for (int bucket = NumberedRows.bucketOf(version); bucket >= 0; bucket--) {
            for (Row row : cql.lazily(selectBases.bind(bucket, version).setIdempotent(true))) {
                if (!row.isNull("base")) {
                    return Statistics.empty().with(parts.read(part(row, "base", "base_chunks")));
                }
            }
        }
        return Statistics.empty();
    }

    @Override
    public boolean add(StatisticsChange change) {
        Part part = parts.write(change);
        return cql.applied(
                insert.bind(NumberedRows.bucketOf(change.version()), change.version(), part.id(), part.chunks()));
    }

    @Override
    public void addBase(Statistics whole) {
        Part base = parts.write(whole.asBase());
        cql.applied(addBase.bind(base.id(), base.chunks(), NumberedRows.bucketOf(whole.version()), whole.version()));
    }

    private static Part part(Row row, String id, String chunks) {
        UUID part = Objects.requireNonNull(row.getUuid(id), id);
        return new Part(part, row.getInt(chunks));
    }
}
