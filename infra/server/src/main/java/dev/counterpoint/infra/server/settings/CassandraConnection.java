package dev.counterpoint.infra.server.settings;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/**
 * Where Cassandra is.
 *
 * @param contactPoints each {@code host:port}; none: one is embedded
 * @param datacenter the one that this process is in
 * @param replication of a new keyspace, as CQL
 * @param serialConsistency {@code SERIAL} or {@code LOCAL_SERIAL}; one for the life of the data
 * @param requestTimeout after which the outcome of a request counts as unknown
 */
public record CassandraConnection(
        List<String> contactPoints,
        String datacenter,
        String keyspace,
        String replication,
        String serialConsistency,
        Duration requestTimeout) {
    private static final String PREFIX = "counterpoint.cassandra.";

    public CassandraConnection {
        contactPoints = List.copyOf(Required.of(PREFIX + "contact-points", contactPoints));
        datacenter = Required.of(PREFIX + "datacenter", datacenter);
        keyspace = Required.of(PREFIX + "keyspace", keyspace);
        replication = Required.of(PREFIX + "replication", replication);
        serialConsistency = Required.of(PREFIX + "serial-consistency", serialConsistency);
        requestTimeout = Required.of(PREFIX + "request-timeout", requestTimeout);
        contactPoints.forEach(HostAndPort::parse);
    }

    public boolean isEmbedded() {
        return contactPoints.isEmpty();
    }

    /** The contact points as addresses; names are not looked up before they are used. */
    public List<InetSocketAddress> addresses() {
        return contactPoints.stream().map(HostAndPort::parse).toList();
    }
}
