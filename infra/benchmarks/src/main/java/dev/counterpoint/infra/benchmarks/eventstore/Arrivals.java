package dev.counterpoint.infra.benchmarks.eventstore;

import dev.counterpoint.infra.kafka.publication.Topics;
import dev.counterpoint.infra.kafka.record.EventRecords;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** When events arrived at a consumer of the events' topic, from now on. */
final class Arrivals implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final long LOOK_NANOS = 10_000_000L;

    private final Map<String, Map<Long, Long>> nanos = new ConcurrentHashMap<>();
    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread thread = new Thread(this::follow, "arrivals");
    private volatile boolean isOpen = true;

    Arrivals(String bootstrapServers) {
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.EVENTS).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        thread.setDaemon(true);
        thread.start();
    }

    private void follow() {
        while (isOpen) {
            var records = consumer.poll(POLL);
            long now = System.nanoTime();
            records.forEach(read -> nanos.computeIfAbsent(read.key(), any -> new ConcurrentHashMap<>())
                    .putIfAbsent(EventRecords.sequenceOf(read), now));
        }
        consumer.close();
    }

    /** @return when it arrived first, by {@link System#nanoTime} */
    long await(String stream, long sequence, long deadline) {
        while (true) {
            Long arrived = nanos.getOrDefault(stream, Map.of()).get(sequence);
            if (arrived != null) {
                return arrived;
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("event " + sequence + " of stream " + stream + " did not arrive");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    @Override
    public void close() {
        isOpen = false;
    }
}
