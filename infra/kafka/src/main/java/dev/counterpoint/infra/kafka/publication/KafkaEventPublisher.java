package dev.counterpoint.infra.kafka.publication;

import dev.counterpoint.domain.eventlog.EventPublisher;
import dev.counterpoint.domain.eventlog.StoredEvent;
import dev.counterpoint.infra.kafka.record.EventRecords;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes to a topic with an idempotent producer: acknowledged by all replicas, in order per stream. */
public final class KafkaEventPublisher implements EventPublisher, AutoCloseable {
    private static final int LINGER_MS = 20;
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final Producer<String, byte[]> producer;
    private final String topic;

    public KafkaEventPublisher(String bootstrapServers, String topic) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.LINGER_MS_CONFIG,
                LINGER_MS);
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        this.topic = topic;
    }

    @Override
    public CompletionStage<Void> publish(List<StoredEvent> events) {
        return CompletableFuture.allOf(events.stream().map(this::send).toArray(CompletableFuture<?>[]::new));
    }

    /** Sends what waits, for five seconds at most. */
    @Override
    public void close() {
        producer.close(CLOSE);
    }

    private CompletableFuture<Void> send(StoredEvent event) {
        CompletableFuture<Void> sent = new CompletableFuture<>();
        try {
            producer.send(EventRecords.recordOf(topic, event), (where, failed) -> {
                if (failed == null) {
                    sent.complete(null);
                } else {
                    sent.completeExceptionally(failed);
                }
            });
        } catch (RuntimeException refused) {
            sent.completeExceptionally(refused);
        }
        return sent;
    }
}
