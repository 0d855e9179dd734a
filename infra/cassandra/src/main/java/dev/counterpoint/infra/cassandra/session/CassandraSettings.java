package dev.counterpoint.infra.cassandra.session;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How to reach the cluster.
 *
 * @param contactPoints at least one
 * @param datacenter the one that this process is in
 * @param keyspace made when it is not there
 * @param replication of a new keyspace, as CQL: {@code {'class': 'NetworkTopologyStrategy', 'dc1': 3}}
 * @param serialConsistency of every conditional write and of the reads that settle them; one for the life of the data
 * @param requestTimeout after which the outcome of a request counts as unknown
 */
public record CassandraSettings(
        List<InetSocketAddress> contactPoints,
        String datacenter,
        String keyspace,
        String replication,
        SerialConsistency serialConsistency,
        Duration requestTimeout) {
    private static final Pattern KEYSPACE = Pattern.compile("[a-z][a-z0-9_]{0,47}");

    /** Across which replicas conditional writes agree. The two never mix on one keyspace: they would not see each other. */
    public enum SerialConsistency {
        /** Across all data centres. */
        SERIAL,
        /** Within the data centre: only where no other one writes. */
        LOCAL_SERIAL
    }

    public CassandraSettings {
        contactPoints = List.copyOf(contactPoints);
        if (contactPoints.isEmpty()) {
            throw new IllegalArgumentException("at least one contact point is needed");
        }
        if (!KEYSPACE.matcher(keyspace).matches()) {
            throw new IllegalArgumentException(
                    "a keyspace is 1 to 48 of a-z 0-9 _, a letter first, not \"" + keyspace + "\"");
        }
        if (requestTimeout.isNegative() || requestTimeout.isZero()) {
            throw new IllegalArgumentException("the request timeout must be positive, not " + requestTimeout);
        }
    }

    /** A single node, as it runs beside the platform on one machine. */
    public static CassandraSettings ofSingleNode(InetSocketAddress address, String datacenter, String keyspace) {
        return new CassandraSettings(
                List.of(address),
                datacenter,
                keyspace,
                "{'class': 'SimpleStrategy', 'replication_factor': 1}",
                SerialConsistency.SERIAL,
                Duration.ofSeconds(5));
    }
}
