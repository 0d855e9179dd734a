package dev.counterpoint.infra.kafka.consumption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CatalogEvent.CardRetired;
import dev.counterpoint.domain.encryption.EventContents;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.infra.kafka.record.EventRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class FaultyBrokerTest {
    private static final TopicPartition PARTITION = new TopicPartition("events", 0);

    private final StoredForm stored = new StoredForm();
    private final EventContents contents = stored.contents();
    private final List<Long> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger commits = new AtomicInteger();

    @Test
    void feed_outlivesPollsAndCommitsThatFail() {
        FailingCommits consumer = new FailingCommits();
        try (KafkaEventFeed feed = feed(consumer)) {
            consumer.schedulePollTask(() -> {
                consumer.rebalance(List.of(PARTITION));
                consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
                consumer.addRecord(record(0));
            });
            consumer.schedulePollTask(() -> consumer.setPollException(new KafkaException("no broker")));
            consumer.schedulePollTask(() -> consumer.addRecord(record(1)));
            awaitTaken(2);

            assertThat(feed.unreadable()).isZero();
        }

        assertThat(taken).containsExactly(0L, 1L);
        assertThat(commits).hasValue(2);
    }

    private KafkaEventFeed feed(FailingCommits consumer) {
        return new KafkaEventFeed(
                consumer,
                "events",
                "group",
                contents,
                any -> true,
                Duration.ZERO,
                batch -> batch.events().forEach(event -> taken.add(event.sequence())));
    }

    private void awaitTaken(int events) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (taken.size() < events) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private ConsumerRecord<String, byte[]> record(long sequence) {
        RecordedEvent event = new RecordedEvent(
                StreamId.ofListener("one"),
                sequence,
                new UUID(7, sequence),
                Instant.EPOCH,
                new CardRetired(new CardId("card")),
                Map.of());
        ProducerRecord<String, byte[]> sent = EventRecords.recordOf("events", stored.of(event));
        return new ConsumerRecord<>(
                "events",
                0,
                sequence,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                sent.key(),
                sent.value(),
                sent.headers(),
                Optional.empty());
    }

    private final class FailingCommits extends MockConsumer<String, byte[]> {
        FailingCommits() {
            super("earliest");
        }

        @Override
        public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets) {
            commits.incrementAndGet();
            throw new KafkaException("another member has the partition");
        }
    }
}
