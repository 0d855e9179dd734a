package dev.counterpoint.infra.server.settings;

import dev.counterpoint.infra.cassandra.session.CassandraSettings;
import dev.counterpoint.infra.cassandra.session.CassandraSettings.SerialConsistency;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/**
 * Where Cassandra is.
 *
 * @param contactPoints each {@code host:port}; none: one is embedded
 * @param datacenter the one that this process is in
 * @param replication of a new keyspace, as CQL
 * @param serialConsistency one for the life of the data
 * @param requestTimeout after which the outcome of a request counts as unknown
 */
public record CassandraConnection(
        List<String> contactPoints,
        String datacenter,
        String keyspace,
        String replication,
        SerialConsistency serialConsistency,
        Duration requestTimeout) {
    private static final String PREFIX = "counterpoint.cassandra.";
    private static final InetSocketAddress ANYWHERE = InetSocketAddress.createUnresolved("anywhere", 0);

    public CassandraConnection {
        contactPoints = List.copyOf(Required.of(PREFIX + "contact-points", contactPoints));
        datacenter = Required.of(PREFIX + "datacenter", datacenter);
        keyspace = Required.of(PREFIX + "keyspace", keyspace);
        replication = Required.of(PREFIX + "replication", replication);
        serialConsistency = Required.of(PREFIX + "serial-consistency", serialConsistency);
        requestTimeout = Required.of(PREFIX + "request-timeout", requestTimeout);
        contactPoints.forEach(HostAndPort::parse);
        // Refuses what does not fit now, not only when Cassandra is up.
        new CassandraSettings(List.of(ANYWHERE), datacenter, keyspace, replication, serialConsistency, requestTimeout);
    }

    public boolean isEmbedded() {
        return contactPoints.isEmpty();
    }

    /** The contact points as addresses. */
    public List<InetSocketAddress> addresses() {
        return contactPoints.stream().map(HostAndPort::parse).toList();
    }

    /** How to reach Cassandra where it is. */
    public CassandraSettings at(List<InetSocketAddress> addresses) {
        return new CassandraSettings(addresses, datacenter, keyspace, replication, serialConsistency, requestTimeout);
    }
}
