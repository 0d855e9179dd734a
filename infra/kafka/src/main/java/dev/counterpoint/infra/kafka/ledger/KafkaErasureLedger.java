package dev.counterpoint.infra.kafka.ledger;

import dev.counterpoint.command.erasure.ErasureLedger;
import dev.counterpoint.command.erasure.ErasureNote;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.refusal.StoreUnavailableException;
import dev.counterpoint.domain.time.Micros;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.apache.kafka.common.serialization.LongSerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A record to each erased listener: the key is the stream, the value the time of the request in microseconds since 1970. */
public final class KafkaErasureLedger implements ErasureLedger, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(100);

    private final String topic;
    private final Producer<String, Long> producer;
    private final Consumer<String, Long> consumer;

    /** @param topic with one partition */
    public KafkaErasureLedger(String bootstrapServers, String topic) {
        this.topic = topic;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        Math.toIntExact(PATIENCE.toMillis())),
                new StringSerializer(),
                new LongSerializer());
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new StringDeserializer(),
                new LongDeserializer());
        List<TopicPartition> whole = List.of(new TopicPartition(topic, 0));
        consumer.assign(whole);
        consumer.seekToBeginning(whole);
    }

    @Override
    public void note(ErasureNote note) {
        ProducerRecord<String, Long> written =
                new ProducerRecord<>(topic, note.stream().value(), Micros.of(note.requestedAt()));
        try {
            producer.send(written).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("the ledger was not waited for", interrupted);
        } catch (ExecutionException | TimeoutException | KafkaException failed) {
            throw new StoreUnavailableException("the ledger did not answer", failed);
        }
    }

    @Override
    public synchronized List<ErasureNote> newNotes() {
        List<ErasureNote> notes = new ArrayList<>();
        try {
            for (ConsumerRecord<String, Long> each : consumer.poll(POLL)) {
                notes.add(new ErasureNote(new StreamId(each.key()), Micros.toInstant(each.value())));
            }
        } catch (KafkaException failed) {
            throw new StoreUnavailableException("the ledger did not answer", failed);
        }
        return notes;
    }

    @Override
    public synchronized boolean isBehind() {
        try {
            return consumer.endOffsets(consumer.assignment()).entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
        } catch (KafkaException failed) {
            throw new StoreUnavailableException("the ledger did not answer", failed);
        }
    }

    @Override
    public synchronized void close() {
        consumer.close();
        producer.close(PATIENCE);
    }
}
