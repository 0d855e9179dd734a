package dev.counterpoint.infra.cassandra.comparisons;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import dev.counterpoint.infra.cassandra.session.Cql;
import dev.counterpoint.training.evaluation.Comparison;
import dev.counterpoint.training.run.Comparisons;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** A comparison to a partition, as JSON; what a later form has more is skipped when it is read. */
public final class CassandraComparisons implements Comparisons {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Cql cql;
    private final PreparedStatement insert;
    private final PreparedStatement select;

    public CassandraComparisons(Cql cql) {
        this.cql = cql;
        insert = cql.prepare("INSERT INTO comparisons (run_id, comparison) VALUES (?, ?)");
        select = cql.prepare("SELECT comparison FROM comparisons WHERE run_id = ?");
    }

    @Override
    public void put(String runId, Comparison comparison) {
        cql.execute(insert.bind(runId, JSON.writeValueAsString(comparison)).setIdempotent(true));
    }

    @Override
    public Optional<Comparison> find(String runId) {
        return cql.first(select.bind(runId).setIdempotent(true))
                .map(row -> JSON.readValue(Objects.requireNonNull(row.getString("comparison")), Comparison.class));
    }
}
