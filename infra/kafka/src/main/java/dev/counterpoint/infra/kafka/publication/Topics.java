package dev.counterpoint.infra.kafka.publication;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes the topics of the platform where they are missing; those that are there are left as they are. */
public final class Topics {
    /** All events of all streams, by stream. */
    public static final String EVENTS = "counterpoint.events";

    /** Who was erased. */
    public static final String ERASURES = "counterpoint.erasures";

    private Topics() {}

    /**
     * Makes a topic unless it is there.
     *
     * @param partitions fixed for good: a stream's place follows from their number
     * @param retentionMs how long events are kept, in milliseconds; the store keeps them for ever
     * @throws IllegalStateException if it cannot be made
     */
    public static void make(
            String bootstrapServers, String topic, int partitions, short replication, long retentionMs) {
        make(
                bootstrapServers,
                new NewTopic(topic, partitions, replication)
                        .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retentionMs))));
    }

    /**
     * Makes a topic of one partition that keeps the last record of each key for ever, unless it is there.
     *
     * @throws IllegalStateException if it cannot be made
     */
    public static void makeLedger(String bootstrapServers, String topic, short replication) {
        make(
                bootstrapServers,
                new NewTopic(topic, 1, replication)
                        .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)));
    }

    private static void make(String bootstrapServers, NewTopic wanted) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            Set<String> present = admin.listTopics().names().get();
            if (!present.contains(wanted.name())) {
                admin.createTopics(List.of(wanted)).all().get();
            }
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("topic " + wanted.name() + " could not be made", failed);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("topic " + wanted.name() + " could not be made", interrupted);
        }
    }
}
