package dev.counterpoint.infra.cassandra;

import dev.counterpoint.infra.cassandra.session.CassandraSettings;
import dev.counterpoint.infra.cassandra.session.Cql;
import dev.counterpoint.infra.cassandra.session.Sessions;
import dev.counterpoint.infra.embedded.EmbeddedCassandra;
import dev.counterpoint.infra.embedded.SharedServers;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/** Keyspaces on the Cassandra that the tests of this module share. */
public final class Keyspaces {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static Cql shared;

    private Keyspaces() {}

    /** A keyspace that all tests share who keep to streams of their own. Its session ends with the tests. */
    public static synchronized Cql shared() {
        if (shared == null) {
            shared = new Cql(Sessions.open(settings("shared")));
        }
        return shared;
    }

    /** How to reach a keyspace that nobody has used before. */
    public static CassandraSettings fresh() {
        return settings("fresh_" + COUNT.incrementAndGet());
    }

    private static CassandraSettings settings(String keyspace) {
        InetSocketAddress address =
                new InetSocketAddress("127.0.0.1", SharedServers.cassandra().port());
        return CassandraSettings.ofSingleNode(address, EmbeddedCassandra.DATACENTER, keyspace);
    }
}
