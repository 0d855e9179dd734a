package dev.counterpoint.infra.kafka.consumption;

import dev.counterpoint.domain.encryption.ContentErasedException;
import dev.counterpoint.domain.encryption.EventContents;
import dev.counterpoint.domain.event.EventBatch;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.UnreadableEventException;
import dev.counterpoint.infra.kafka.record.EventRecords;
import dev.counterpoint.query.statistics.EventOffsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads all partitions of the events' topic, without a consumer group. What is no event is logged and passed over. Thread-safe. */
public final class KafkaEventOffsets implements EventOffsets {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaEventOffsets.class);

    private final Map<String, Object> settings;
    private final String topic;
    private final EventRecords records;

    public KafkaEventOffsets(String bootstrapServers, String topic, EventContents contents) {
        this.settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                5_000);
        this.topic = topic;
        this.records = new EventRecords(contents);
    }

    @Override
    public Reading after(Map<Integer, Long> covered, long before) {
        Consumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        try {
            place(consumer, covered, before);
        } catch (RuntimeException failed) {
            consumer.close();
            throw failed;
        }
        return new Polling(consumer, Map.copyOf(covered));
    }

    private void place(Consumer<String, byte[]> consumer, Map<Integer, Long> covered, long before) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.beginningOffsets(partitions).forEach((partition, beginning) -> {
            long next = covered.getOrDefault(partition.partition(), -1L) + 1;
            if (next < beginning) {
                LOG.warn(
                        "events are no longer in their topic partition={} from={} through={}",
                        partition,
                        next,
                        beginning - 1);
            }
            consumer.seek(partition, Math.max(beginning, next - before));
        });
    }

    private final class Polling implements Reading {
        private final Consumer<String, byte[]> consumer;
        private final Map<Integer, Long> covered;

        Polling(Consumer<String, byte[]> consumer, Map<Integer, Long> covered) {
            this.consumer = consumer;
            this.covered = covered;
        }

        @Override
        public List<EventBatch> next(Duration patience) {
            ConsumerRecords<String, byte[]> polled = consumer.poll(patience);
            List<EventBatch> batches = new ArrayList<>();
            for (TopicPartition partition : polled.partitions()) {
                long known = covered.getOrDefault(partition.partition(), -1L);
                List<ConsumerRecord<String, byte[]>> all = polled.records(partition);
                add(batches, all, record -> record.offset() <= known);
                add(batches, all, record -> record.offset() > known);
            }
            return batches;
        }

        @Override
        public boolean isBehind() {
            return consumer.endOffsets(consumer.assignment()).entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
        }

        private void add(
                List<EventBatch> batches,
                List<ConsumerRecord<String, byte[]>> all,
                Predicate<ConsumerRecord<String, byte[]>> wanted) {
            List<ConsumerRecord<String, byte[]>> side =
                    all.stream().filter(wanted).toList();
            if (!side.isEmpty()) {
                ConsumerRecord<String, byte[]> first = side.get(0);
                long next = side.get(side.size() - 1).offset() + 1;
                batches.add(new EventBatch(first.partition(), first.offset(), next, readable(side)));
            }
        }

        private List<RecordedEvent> readable(List<ConsumerRecord<String, byte[]>> side) {
            List<RecordedEvent> events = new ArrayList<>(side.size());
            for (ConsumerRecord<String, byte[]> each : side) {
                try {
                    events.add(records.eventOf(each));
                } catch (ContentErasedException erased) {
                    LOG.debug("event of an erased listener passed over", erased);
                } catch (UnreadableEventException broken) {
                    LOG.warn("record passed over partition={} offset={}", each.partition(), each.offset(), broken);
                }
            }
            return events;
        }

        @Override
        public void close() {
            consumer.close();
        }
    }
}
