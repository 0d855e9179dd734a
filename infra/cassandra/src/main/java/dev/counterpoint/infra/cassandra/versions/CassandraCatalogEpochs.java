package dev.counterpoint.infra.cassandra.versions;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import dev.counterpoint.domain.time.Micros;
import dev.counterpoint.infra.cassandra.session.Cql;
import dev.counterpoint.query.catalog.CatalogEpoch;
import dev.counterpoint.query.catalog.CatalogEpochs;
import java.util.Objects;
import java.util.Optional;

/** Epochs as numbered rows, each added on the condition that its number is free. */
public final class CassandraCatalogEpochs implements CatalogEpochs {
    private final Cql cql;
    private final NumberedRows rows;
    private final PreparedStatement insert;

    public CassandraCatalogEpochs(Cql cql) {
        this.cql = cql;
        this.rows = new NumberedRows(cql, "catalog_epochs", "cut_at, heads");
        insert = cql.prepare(
                "INSERT INTO catalog_epochs (bucket, number, cut_at, heads) VALUES (?, ?, ?, ?) IF NOT EXISTS");
    }

    @Override
    public CatalogEpoch latest() {
        return rows.newest().map(CassandraCatalogEpochs::epoch).orElseGet(CatalogEpoch::empty);
    }

    @Override
    public Optional<CatalogEpoch> find(long number) {
        return number == 0
                ? Optional.of(CatalogEpoch.empty())
                : rows.find(number).map(CassandraCatalogEpochs::epoch);
    }

    /** An answer that was lost looks like a number that is taken: the epoch is there, and whoever asks next finds it. */
    @Override
    public boolean add(CatalogEpoch epoch) {
        return epoch.number() > 0
                && cql.applied(insert.bind(
                        NumberedRows.bucketOf(epoch.number()),
                        epoch.number(),
                        Micros.of(epoch.cutAt()),
                        epoch.heads()));
    }

    private static CatalogEpoch epoch(Row row) {
        return new CatalogEpoch(
                row.getLong("number"),
                Micros.toInstant(row.getLong("cut_at")),
                Objects.requireNonNull(row.getList("heads", Long.class)));
    }
}
