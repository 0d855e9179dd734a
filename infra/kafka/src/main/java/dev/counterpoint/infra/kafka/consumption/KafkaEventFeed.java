package dev.counterpoint.infra.kafka.consumption;

import dev.counterpoint.domain.encryption.ContentErasedException;
import dev.counterpoint.domain.encryption.EventContents;
import dev.counterpoint.domain.event.EventBatch;
import dev.counterpoint.domain.event.EventConsumer;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.event.UnreadableEventException;
import dev.counterpoint.domain.identity.Identifiers;
import dev.counterpoint.infra.kafka.record.EventRecords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds a consumer group's share of the events to a handler, on a thread of its own. Offsets are committed after the handler took a
 * batch; a batch that it did not take comes again after a pause, while other partitions go on. A record that cannot be read is counted,
 * logged and passed over; one of a listener who was erased is passed over. Thread-safe.
 */
public final class KafkaEventFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaEventFeed.class);
    /** After this the partitions of a member that died go to the others, or to its next start. */
    private static final int SESSION_MS = 10_000;

    private static final int FEW = 200;
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration FAILED_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Consumer<String, byte[]> consumer;
    private final EventRecords records;
    private final Predicate<StreamId> wanted;
    private final Duration rest;
    private final EventConsumer handler;
    private final String group;
    private final Map<TopicPartition, Resting> resting = new HashMap<>();
    private final AtomicLong unreadable = new AtomicLong();
    private final Thread thread;
    private volatile boolean open = true;
    private volatile long lag;

    /**
     * Joins a group and starts to feed: from where the group stands, or from the beginning.
     *
     * @param wanted streams; events of others are passed over without a look at them
     * @param rest between two looks for events, where the last one found few: what comes meanwhile is taken together
     */
    public KafkaEventFeed(
            String bootstrapServers,
            String topic,
            String group,
            EventContents contents,
            Predicate<StreamId> wanted,
            Duration rest,
            EventConsumer handler) {
        this(memberOf(bootstrapServers, group), topic, group, contents, wanted, rest, handler);
    }

    KafkaEventFeed(
            Consumer<String, byte[]> consumer,
            String topic,
            String group,
            EventContents contents,
            Predicate<StreamId> wanted,
            Duration rest,
            EventConsumer handler) {
        this.consumer = consumer;
        this.records = new EventRecords(contents);
        this.wanted = wanted;
        this.rest = rest;
        this.handler = handler;
        this.group = group;
        consumer.subscribe(List.of(topic));
        this.thread = new Thread(this::feedUntilClosed, "feed-" + group);
        thread.setDaemon(true);
        thread.start();
    }

    private static Consumer<String, byte[]> memberOf(String bootstrapServers, String group) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.GROUP_ID_CONFIG,
                group,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                2_000,
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                SESSION_MS,
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                SESSION_MS / 4);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** How many records could not be read so far. */
    public long unreadable() {
        return unreadable.get();
    }

    /** How many records are waiting in the partitions of this process, as of the last poll. */
    public long lag() {
        return lag;
    }

    /** Leaves the group after the batch at hand. */
    @Override
    public void close() {
        open = false;
        consumer.wakeup();
        LockSupport.unpark(thread);
        try {
            thread.join(Duration.ofSeconds(10).toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void feedUntilClosed() {
        try (consumer) {
            while (open) {
                try {
                    feedOnce();
                } catch (WakeupException closing) {
                    LOG.debug("feed closing group={}", group);
                } catch (RuntimeException passing) {
                    LOG.warn("feed goes on after a pause group={} inMs={}", group, FAILED_PAUSE.toMillis(), passing);
                    LockSupport.parkNanos(FAILED_PAUSE.toNanos());
                }
            }
        }
    }

    private void feedOnce() {
        resumeRested();
        ConsumerRecords<String, byte[]> polled = consumer.poll(POLL);
        for (TopicPartition partition : polled.partitions()) {
            feed(partition, polled.records(partition));
        }
        lag = lagNow();
        if (open && polled.count() < FEW) {
            LockSupport.parkNanos(rest.toNanos());
        }
    }

    private void feed(TopicPartition partition, List<ConsumerRecord<String, byte[]>> polled) {
        long first = polled.get(0).offset();
        long next = polled.get(polled.size() - 1).offset() + 1;
        try {
            handler.accept(new EventBatch(partition.partition(), first, next, readable(polled)));
        } catch (RuntimeException failed) {
            rest(partition, first, failed);
            return;
        }
        resting.remove(partition);
        commit(partition, next);
    }

    /** A commit that fails costs nothing but a repetition: the next one covers it, or another member takes the batch again. */
    private void commit(TopicPartition partition, long next) {
        try {
            consumer.commitSync(Map.of(partition, new OffsetAndMetadata(next)));
        } catch (KafkaException failed) {
            LOG.warn("offset not committed group={} partition={} offset={}", group, partition, next, failed);
        }
    }

    private List<RecordedEvent> readable(List<ConsumerRecord<String, byte[]>> polled) {
        List<RecordedEvent> events = new ArrayList<>(polled.size());
        for (ConsumerRecord<String, byte[]> each : polled) {
            try {
                if (isWanted(each)) {
                    events.add(records.eventOf(each));
                }
            } catch (ContentErasedException erased) {
                LOG.debug("event of an erased listener passed over", erased);
            } catch (UnreadableEventException broken) {
                unreadable.incrementAndGet();
                LOG.warn(
                        "record passed over group={} partition={} offset={}",
                        group,
                        each.partition(),
                        each.offset(),
                        broken);
            }
        }
        return events;
    }

    /** What has no stream is no event, which whoever reads it will say. */
    private boolean isWanted(ConsumerRecord<String, byte[]> record) {
        String key = record.key();
        return key == null || !Identifiers.isValid(key) || wanted.test(new StreamId(key));
    }

    private void rest(TopicPartition partition, long from, RuntimeException failed) {
        Resting before = resting.get(partition);
        Duration pause = before == null ? FIRST_PAUSE : before.longer();
        LOG.warn(
                "batch comes again group={} partition={} offset={} inMs={}",
                group,
                partition,
                from,
                pause.toMillis(),
                failed);
        resting.put(partition, new Resting(pause, System.nanoTime() + pause.toNanos()));
        consumer.seek(partition, from);
        consumer.pause(List.of(partition));
    }

    private void resumeRested() {
        resting.keySet().retainAll(consumer.assignment());
        resting.forEach((partition, rest) -> {
            if (System.nanoTime() - rest.until >= 0) {
                consumer.resume(List.of(partition));
            }
        });
    }

    private long lagNow() {
        long sum = 0;
        for (TopicPartition partition : consumer.assignment()) {
            OptionalLong behind = consumer.currentLag(partition);
            sum += behind.orElse(0);
        }
        return sum;
    }

    /** @param until a moment of {@link System#nanoTime()} */
    private record Resting(Duration pause, long until) {
        Duration longer() {
            Duration doubled = pause.multipliedBy(2);
            return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        }
    }
}
