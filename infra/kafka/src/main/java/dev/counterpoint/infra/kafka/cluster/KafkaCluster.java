package dev.counterpoint.infra.kafka.cluster;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;

/** Asks the brokers how they are. Thread-safe. */
public final class KafkaCluster implements AutoCloseable {
    private static final int TIMEOUT_MS = 2_000;
    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final Admin admin;

    public KafkaCluster(String bootstrapServers) {
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    /**
     * How many brokers are in the cluster.
     *
     * @throws IllegalStateException if none answers within two seconds
     */
    public int nodes() {
        try {
            return admin.describeCluster(new DescribeClusterOptions().timeoutMs(TIMEOUT_MS))
                    .nodes()
                    .get()
                    .size();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the brokers do not answer", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the brokers do not answer", interrupted);
        }
    }

    @Override
    public void close() {
        admin.close(CLOSE);
    }
}
