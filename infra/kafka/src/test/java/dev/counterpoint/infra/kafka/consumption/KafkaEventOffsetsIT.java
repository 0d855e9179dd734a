package dev.counterpoint.infra.kafka.consumption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CatalogEvent.CardRetired;
import dev.counterpoint.domain.encryption.EventContents;
import dev.counterpoint.domain.event.EventBatch;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.infra.embedded.SharedServers;
import dev.counterpoint.infra.kafka.publication.KafkaEventPublisher;
import dev.counterpoint.infra.kafka.publication.Topics;
import dev.counterpoint.query.statistics.EventOffsets.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KafkaEventOffsetsIT {
    private static final AtomicInteger TOPICS = new AtomicInteger();
    private static final StreamId ONE = StreamId.ofListener("one");

    private final StoredForm stored = new StoredForm();
    private final EventContents contents = stored.contents();
    private final String bootstrap = SharedServers.kafka().address();
    private final String topic = "offsets-" + TOPICS.incrementAndGet();
    private final KafkaEventOffsets offsets = new KafkaEventOffsets(bootstrap, topic, contents);

    @BeforeEach
    void publish() throws Exception {
        Topics.make(bootstrap, topic, 3, (short) 1, Duration.ofDays(1).toMillis());
        try (KafkaEventPublisher publisher = new KafkaEventPublisher(bootstrap, topic)) {
            publisher
                    .publish(LongStream.range(0, 100)
                            .mapToObj(KafkaEventOffsetsIT::event)
                            .map(stored::of)
                            .toList())
                    .toCompletableFuture()
                    .get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void fromTheBeginning_allArrive_inOrder() {
        try (Reading reading = offsets.after(Map.of(), 10)) {
            assertThat(reading.isBehind()).isTrue();
            assertThat(sequences(read(reading, 100)))
                    .containsExactlyElementsOf(LongStream.range(0, 100).boxed().toList());
            assertThat(reading.next(Duration.ofMillis(10))).isEmpty();
            assertThat(reading.isBehind()).isFalse();
        }
    }

    @Test
    void behindAnOffset_whatLiesBeforeIt_comesInBatchesOfItsOwn() {
        int partition = partitionOfOne();
        try (Reading reading = offsets.after(Map.of(partition, 59L), 10)) {
            List<EventBatch> batches = read(reading, 50);

            assertThat(sequences(batches)).startsWith(50L).endsWith(99L).hasSize(50);
            assertThat(batches).noneMatch(batch -> batch.firstOffset() <= 59 && batch.nextOffset() > 60);
            assertThat(batches.get(0).nextOffset()).isEqualTo(60);
        }
    }

    @Test
    void atTheEnd_nothingArrives() {
        try (Reading reading = offsets.after(Map.of(partitionOfOne(), 99L), 0)) {
            assertThat(reading.next(Duration.ofMillis(500))).isEmpty();
        }
    }

    private int partitionOfOne() {
        try (Reading reading = offsets.after(Map.of(), 0)) {
            return read(reading, 1).get(0).partition();
        }
    }

    private static List<EventBatch> read(Reading reading, int events) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        List<EventBatch> batches = new ArrayList<>();
        while (sequences(batches).size() < events) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
            batches.addAll(reading.next(Duration.ofMillis(200)));
        }
        return batches;
    }

    private static List<Long> sequences(List<EventBatch> batches) {
        return batches.stream()
                .flatMap(batch -> batch.events().stream())
                .map(RecordedEvent::sequence)
                .toList();
    }

    private static RecordedEvent event(long sequence) {
        return new RecordedEvent(
                ONE, sequence, new UUID(7, sequence), Instant.EPOCH, new CardRetired(new CardId("card")), Map.of());
    }
}
