package dev.counterpoint.infra.server.settings;

import java.time.Duration;

/**
 * Where Kafka is, and how our topics are made there.
 *
 * @param bootstrapServers {@code host:port, …}; empty: one is embedded
 * @param partitions of the events' topic, fixed once it exists
 * @param replication of new topics
 * @param retention how long events stay in the topic; the store keeps them for ever
 */
public record KafkaConnection(String bootstrapServers, int partitions, short replication, Duration retention) {
    private static final String PREFIX = "counterpoint.kafka.";

    public KafkaConnection {
        bootstrapServers = bootstrapServers.strip();
        retention = Required.positive(PREFIX + "retention", retention);
        requirePositive("partitions", partitions);
        requirePositive("replication", replication);
    }

    public boolean isEmbedded() {
        return bootstrapServers.isEmpty();
    }

    private static void requirePositive(String key, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(PREFIX + key + " is at least 1, not " + value);
        }
    }
}
