package dev.counterpoint.infra.cassandra.schema;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the tables of a keyspace to the form that this version needs: applies what is missing, in order, each step once. Of several processes
 * that start at the same time one does the work, under a lock that ends by itself, and the others wait for it.
 */
public final class SchemaMigrations {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaMigrations.class);

    /** The row of the lock: migrations count from 1. */
    private static final int LOCK = 0;

    private static final int LOCK_SECONDS = 60;
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private final CqlSession session;
    private final List<Migration> migrations;
    private final UUID holder = UUID.randomUUID();

    SchemaMigrations(CqlSession session, List<Migration> migrations) {
        this.session = session;
        this.migrations = migrations;
    }

    /** @param session bound to the keyspace */
    public static SchemaMigrations of(CqlSession session) {
        return new SchemaMigrations(session, Migrations.ALL);
    }

    /**
     * @return how many steps this call applied
     * @throws SchemaException if an applied step is not the one known here, or another process holds the lock for too long
     */
    public int apply() {
        session.execute(ddl(versionsTable()));
        return missing().isEmpty() ? 0 : applyUnderLock();
    }

    private int applyUnderLock() {
        awaitLock();
        // The driver reads all metadata anew after each change, a second apart; once, at the end, is enough.
        session.setSchemaMetadataEnabled(false);
        try {
            List<Migration> missing = missing();
            missing.forEach(this::apply);
            return missing.size();
        } finally {
            session.setSchemaMetadataEnabled(null);
            session.execute("DELETE FROM schema_versions WHERE version = ? IF applied_by = ?", LOCK, holder);
        }
    }

    /** An id that follows from the name makes this safe when two processes race: both mean the same table. */
    private String versionsTable() {
        String keyspace = session.getKeyspace()
                .orElseThrow(() -> new IllegalStateException("the session has no keyspace"))
                .asInternal();
        UUID id = UUID.nameUUIDFromBytes((keyspace + ".schema_versions").getBytes(StandardCharsets.UTF_8));
        return "CREATE TABLE IF NOT EXISTS schema_versions"
                + " (version int PRIMARY KEY, name text, checksum text, applied_by uuid) WITH ID = " + id;
    }

    private List<Migration> missing() {
        Map<Integer, String> applied = session.execute("SELECT version, checksum FROM schema_versions").all().stream()
                .filter(row -> row.getInt("version") != LOCK)
                .collect(Collectors.toMap(row -> row.getInt("version"), SchemaMigrations::checksum));
        for (Migration known : migrations) {
            String there = applied.get(known.version());
            if (there != null && !there.equals(known.checksum())) {
                throw new SchemaException("schema version " + known.version() + " (" + known.name()
                        + ") was applied in another form: this data belongs to another build");
            }
        }
        return migrations.stream()
                .filter(known -> !applied.containsKey(known.version()))
                .toList();
    }

    private static String checksum(Row row) {
        String checksum = row.getString("checksum");
        return checksum == null ? "" : checksum;
    }

    private void awaitLock() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!lock()) {
            if (System.nanoTime() > deadline) {
                throw new SchemaException("another process has been changing the schema for " + PATIENCE.toSeconds()
                        + " s; is it still running?");
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private boolean lock() {
        ResultSet result = session.execute(
                "INSERT INTO schema_versions (version, applied_by) VALUES (?, ?) IF NOT EXISTS USING TTL "
                        + LOCK_SECONDS,
                LOCK,
                holder);
        boolean taken = result.wasApplied();
        Row row = result.one();
        return taken || (row != null && holder.equals(row.getUuid("applied_by")));
    }

    private void apply(Migration migration) {
        migration.statements().forEach(statement -> session.execute(ddl(statement)));
        session.execute(
                "INSERT INTO schema_versions (version, name, checksum, applied_by) VALUES (?, ?, ?, ?) IF NOT EXISTS",
                migration.version(),
                migration.name(),
                migration.checksum(),
                holder);
        LOG.info("schema step applied: version={} name={}", migration.version(), migration.name());
    }

    static SimpleStatement ddl(String cql) {
        return SimpleStatement.newInstance(cql).setTimeout(Duration.ofSeconds(30));
    }
}
