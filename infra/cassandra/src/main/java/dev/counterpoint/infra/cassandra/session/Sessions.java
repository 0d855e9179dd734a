package dev.counterpoint.infra.cassandra.session;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.servererrors.InvalidQueryException;
import dev.counterpoint.infra.cassandra.schema.SchemaMigrations;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Opens sessions whose tables are there. */
public final class Sessions {
    private static final int IO_THREADS = 2;
    private static final Duration SCHEMA_PATIENCE = Duration.ofSeconds(30);

    private Sessions() {}

    /** Connects, and makes keyspace and tables where they are missing. The caller closes the session. */
    public static CqlSession open(CassandraSettings settings) {
        CqlSession session = CqlSession.builder()
                .addContactPoints(settings.contactPoints())
                .withLocalDatacenter(settings.datacenter())
                .withConfigLoader(options(settings))
                .build();
        try {
            useKeyspace(session, settings);
            SchemaMigrations.of(session).apply();
            return session;
        } catch (RuntimeException failed) {
            session.close();
            throw failed;
        }
    }

    private static void useKeyspace(CqlSession session, CassandraSettings settings) {
        boolean present = !session.execute(
                        "SELECT keyspace_name FROM system_schema.keyspaces WHERE keyspace_name = ?",
                        settings.keyspace())
                .all()
                .isEmpty();
        if (!present) {
            session.execute(SimpleStatement.newInstance("CREATE KEYSPACE IF NOT EXISTS " + settings.keyspace()
                            + " WITH replication = " + settings.replication())
                    .setTimeout(SCHEMA_PATIENCE));
        }
        awaitKeyspace(session, settings.keyspace());
    }

    /** A keyspace that another process is making stands in the system's tables before it can be used. */
    private static void awaitKeyspace(CqlSession session, String keyspace) {
        long deadline = System.nanoTime() + SCHEMA_PATIENCE.toNanos();
        while (true) {
            try {
                session.execute("USE " + keyspace);
                return;
            } catch (InvalidQueryException notYet) {
                if (System.nanoTime() > deadline) {
                    throw notYet;
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }

    private static DriverConfigLoader options(CassandraSettings settings) {
        return DriverConfigLoader.programmaticBuilder()
                .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, settings.requestTimeout())
                .withString(DefaultDriverOption.REQUEST_CONSISTENCY, "LOCAL_QUORUM")
                .withString(
                        DefaultDriverOption.REQUEST_SERIAL_CONSISTENCY,
                        settings.serialConsistency().name())
                .withBoolean(DefaultDriverOption.REQUEST_WARN_IF_SET_KEYSPACE, false)
                .withDuration(DefaultDriverOption.CONNECTION_CONNECT_TIMEOUT, Duration.ofSeconds(5))
                .withDuration(DefaultDriverOption.CONNECTION_INIT_QUERY_TIMEOUT, Duration.ofSeconds(10))
                .withDuration(DefaultDriverOption.CONTROL_CONNECTION_TIMEOUT, Duration.ofSeconds(10))
                .withDuration(DefaultDriverOption.RECONNECTION_BASE_DELAY, Duration.ofMillis(200))
                .withDuration(DefaultDriverOption.RECONNECTION_MAX_DELAY, Duration.ofSeconds(5))
                .withInt(DefaultDriverOption.CONNECTION_POOL_LOCAL_SIZE, 1)
                .withInt(DefaultDriverOption.NETTY_IO_SIZE, IO_THREADS)
                .withInt(DefaultDriverOption.NETTY_ADMIN_SIZE, 1)
                .withInt(DefaultDriverOption.NETTY_IO_SHUTDOWN_QUIET_PERIOD, 0)
                .withInt(DefaultDriverOption.NETTY_ADMIN_SHUTDOWN_QUIET_PERIOD, 0)
                .withStringList(DefaultDriverOption.METADATA_SCHEMA_REFRESHED_KEYSPACES, List.of(settings.keyspace()))
                .build();
    }
}
