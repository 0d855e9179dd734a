package dev.counterpoint.infra.cassandra.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.CqlSession;
import dev.counterpoint.infra.cassandra.Keyspaces;
import dev.counterpoint.infra.cassandra.session.CassandraSettings;
import dev.counterpoint.infra.cassandra.session.Sessions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SchemaMigrationsIT {
    private static final Migration FIRST =
            Migration.parse("001-first.cql", "CREATE TABLE IF NOT EXISTS a (k int PRIMARY KEY)");
    private static final Migration SECOND =
            Migration.parse("002-second.cql", "CREATE TABLE IF NOT EXISTS b (k int PRIMARY KEY)");

    @Test
    void processes_that_start_at_the_same_time_apply_every_step_once() throws Exception {
        CassandraSettings settings = Keyspaces.fresh();
        ExecutorService processes = Executors.newFixedThreadPool(3);
        Callable<CqlSession> start = () -> Sessions.open(settings);
        try {
            for (Future<CqlSession> started : processes.invokeAll(List.of(start, start, start))) {
                try (CqlSession session = started.get()) {
                    assertThat(session.execute("SELECT version FROM schema_versions")
                                    .all())
                            .extracting(row -> row.getInt("version"))
                            .containsExactlyInAnyOrderElementsOf(Migrations.ALL.stream()
                                    .map(Migration::version)
                                    .toList());
                }
            }
        } finally {
            processes.shutdown();
        }
    }

    @Test
    void only_what_is_missing_is_applied_and_a_changed_step_is_refused() {
        try (CqlSession session = Sessions.open(Keyspaces.fresh())) {
            session.execute("TRUNCATE schema_versions");

            assertThat(new SchemaMigrations(session, List.of(FIRST)).apply()).isEqualTo(1);
            assertThat(new SchemaMigrations(session, List.of(FIRST)).apply()).isZero();
            assertThat(new SchemaMigrations(session, List.of(FIRST, SECOND)).apply())
                    .isEqualTo(1);
            assertThat(session.execute("SELECT k FROM b").all()).isEmpty();

            Migration changed = new Migration(1, "first", List.of("CREATE TABLE IF NOT EXISTS c (k int PRIMARY KEY)"));
            assertThatThrownBy(() -> new SchemaMigrations(session, List.of(changed)).apply())
                    .isInstanceOf(SchemaException.class)
                    .hasMessageContaining("version 1 (first)");
        }
    }
}
