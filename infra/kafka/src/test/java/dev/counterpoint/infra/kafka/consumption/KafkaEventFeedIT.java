package dev.counterpoint.infra.kafka.consumption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CatalogEvent.CardRetired;
import dev.counterpoint.domain.encryption.EventContents;
import dev.counterpoint.domain.event.EventBatch;
import dev.counterpoint.domain.event.EventConsumer;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.infra.embedded.SharedServers;
import dev.counterpoint.infra.kafka.publication.KafkaEventPublisher;
import dev.counterpoint.infra.kafka.publication.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KafkaEventFeedIT {
    private static final AtomicInteger TOPICS = new AtomicInteger();
    private static final StreamId ONE = StreamId.ofListener("one");
    private static final StreamId TWO = StreamId.ofListener("two");

    private final StoredForm stored = new StoredForm();
    private final EventContents contents = stored.contents();
    private final String bootstrap = SharedServers.kafka().address();
    private final String topic = "events-" + TOPICS.incrementAndGet();
    private final List<RecordedEvent> taken = new CopyOnWriteArrayList<>();
    private KafkaEventPublisher publisher;

    @BeforeEach
    void makeTopic() {
        Topics.make(bootstrap, topic, 4, (short) 1, Duration.ofDays(1).toMillis());
        Topics.make(bootstrap, topic, 4, (short) 1, Duration.ofDays(1).toMillis());
        publisher = new KafkaEventPublisher(bootstrap, topic);
    }

    @AfterEach
    void closePublisher() {
        publisher.close();
    }

    @Test
    void events_arriveWholeAndInOrderPerStream() throws Exception {
        List<RecordedEvent> ofOne =
                IntStream.range(0, 500).mapToObj(i -> event(ONE, i)).toList();
        List<RecordedEvent> ofTwo =
                IntStream.range(0, 500).mapToObj(i -> event(TWO, i)).toList();
        try (KafkaEventFeed feed = feed("g", batch -> taken.addAll(batch.events()))) {
            publish(ofOne);
            publish(ofTwo);
            await(() -> taken.size() == 1_000);
            await(() -> feed.lag() == 0);
        }

        assertThat(taken).filteredOn(event -> event.stream().equals(ONE)).isEqualTo(ofOne);
        assertThat(taken).filteredOn(event -> event.stream().equals(TWO)).isEqualTo(ofTwo);
    }

    @Test
    void batchThatWasNotTaken_comesAgain_andOthersGoOn() throws Exception {
        AtomicInteger failures = new AtomicInteger();
        EventConsumer handler = batch -> {
            boolean ofOne =
                    batch.events().stream().anyMatch(event -> event.stream().equals(ONE));
            if (ofOne && failures.incrementAndGet() <= 2) {
                throw new IllegalStateException("not now");
            }
            taken.addAll(batch.events());
        };
        try (KafkaEventFeed feed = feed("g", handler)) {
            publish(List.of(event(ONE, 0), event(TWO, 0)));
            await(() -> taken.size() == 2);
            assertThat(feed.unreadable()).isZero();
        }

        assertThat(failures).hasValue(3);
        assertThat(taken).containsExactlyInAnyOrder(event(ONE, 0), event(TWO, 0));
    }

    @Test
    void groupThatComesBack_goesOnWhereItStood() throws Exception {
        try (KafkaEventFeed feed = feed("g", batch -> taken.addAll(batch.events()))) {
            publish(List.of(event(ONE, 0)));
            await(() -> taken.size() == 1);
        }
        publish(List.of(event(ONE, 1)));

        try (KafkaEventFeed feed = feed("g", batch -> taken.addAll(batch.events()))) {
            await(() -> taken.size() == 2);
        }

        assertThat(taken).containsExactly(event(ONE, 0), event(ONE, 1));
    }

    @Test
    void recordThatIsNoEvent_isCountedAndPassedOver() throws Exception {
        try (KafkaProducer<String, byte[]> stranger = new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrap), new StringSerializer(), new ByteArraySerializer());
                KafkaEventFeed feed = feed("g", batch -> taken.addAll(batch.events()))) {
            byte[] noise = "noise".getBytes(StandardCharsets.UTF_8);
            stranger.send(new ProducerRecord<>(topic, ONE.value(), noise)).get();
            publish(List.of(event(ONE, 0)));
            await(() -> taken.size() == 1);

            assertThat(feed.unreadable()).isEqualTo(1);
        }
    }

    @Test
    void streamsThatAreNotWanted_arePassedOver_andTheirOffsetsTaken() throws Exception {
        List<EventBatch> batches = new CopyOnWriteArrayList<>();
        try (KafkaEventFeed feed = new KafkaEventFeed(
                bootstrap, topic, topic + "-some", contents, ONE::equals, Duration.ZERO, batches::add)) {
            publish(List.of(event(TWO, 0), event(ONE, 0), event(TWO, 1)));
            await(() -> batches.stream()
                            .mapToLong(batch -> batch.nextOffset() - batch.firstOffset())
                            .sum()
                    == 3);
            assertThat(feed.unreadable()).isZero();
        }

        assertThat(batches).flatExtracting(EventBatch::events).containsExactly(event(ONE, 0));
    }

    @Test
    void batch_tellsItsPlace() throws Exception {
        List<EventBatch> batches = new CopyOnWriteArrayList<>();
        try (KafkaEventFeed feed = feed("g", batches::add)) {
            publish(List.of(event(ONE, 0), event(ONE, 1), event(ONE, 2)));
            await(() ->
                    batches.stream().mapToInt(batch -> batch.events().size()).sum() == 3);
        }

        assertThat(batches.get(0).firstOffset()).isZero();
        assertThat(batches.get(batches.size() - 1).nextOffset()).isEqualTo(3);
        assertThat(batches)
                .extracting(EventBatch::partition)
                .containsOnly(batches.get(0).partition());
    }

    private KafkaEventFeed feed(String group, EventConsumer handler) {
        return new KafkaEventFeed(
                bootstrap, topic, topic + "-" + group, contents, any -> true, Duration.ofMillis(50), handler);
    }

    private void publish(List<RecordedEvent> events) throws Exception {
        publisher
                .publish(events.stream().map(stored::of).toList())
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
    }

    private static RecordedEvent event(StreamId stream, long sequence) {
        return new RecordedEvent(
                stream,
                sequence,
                new UUID(7, sequence),
                Instant.parse("2026-03-01T12:00:00.000001Z"),
                new CardRetired(new CardId("card-" + sequence)),
                Map.of(RecordedEvent.CORRELATION_ID, "c-" + sequence));
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
