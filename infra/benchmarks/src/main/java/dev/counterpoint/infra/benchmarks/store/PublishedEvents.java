package dev.counterpoint.infra.benchmarks.store;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.infra.kafka.publication.Topics;
import dev.counterpoint.infra.kafka.record.EventRecords;
import java.time.Duration;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Which events arrived in Kafka, read from the topic's beginning on. Not thread-safe. */
public final class PublishedEvents implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<StreamId, BitSet> arrived = new HashMap<>();

    /** @param bootstrapServers host:port, … */
    public PublishedEvents(String bootstrapServers) {
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.EVENTS).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /**
     * Reads on until everything has arrived.
     *
     * @param lengths of the streams
     * @return the streams of which something did not arrive in time
     */
    public List<StreamId> missing(Map<StreamId, Long> lengths, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        List<StreamId> missing = missing(lengths);
        while (!missing.isEmpty() && System.nanoTime() < deadline) {
            consumer.poll(POLL).forEach(read -> take(read));
            missing = missing(lengths);
        }
        return missing;
    }

    private void take(ConsumerRecord<String, byte[]> read) {
        arrived.computeIfAbsent(new StreamId(read.key()), stream -> new BitSet())
                .set(Math.toIntExact(EventRecords.sequenceOf(read)));
    }

    private List<StreamId> missing(Map<StreamId, Long> lengths) {
        return lengths.entrySet().stream()
                .filter(stream ->
                        arrived.getOrDefault(stream.getKey(), new BitSet()).nextClearBit(0) < stream.getValue())
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
