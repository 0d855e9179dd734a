package dev.counterpoint.infra.kafka.record;

import dev.counterpoint.domain.encryption.EventContents;
import dev.counterpoint.domain.encryption.StoredContent;
import dev.counterpoint.domain.encryption.UnreadableContentException;
import dev.counterpoint.domain.event.EncodedEvent;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.event.UnreadableEventException;
import dev.counterpoint.domain.eventlog.StoredEvent;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Turns events into records as they are stored, and back: the key is the stream, the value the payload (that of a listener encrypted), the envelope stands in headers. Numbers are
 * big-endian, the time of recording is in microseconds since 1970. Thread-safe.
 */
public final class EventRecords {
    private static final String SEQUENCE = "sequence";
    private static final String EVENT_ID = "eventId";
    private static final String KEY_ID = "keyId";
    private static final String TYPE = "type";
    private static final String REVISION = "revision";
    private static final String RECORDED_AT = "recordedAt";
    private static final String METADATA_PREFIX = "metadata.";

    private final EventContents contents;

    public EventRecords(EventContents contents) {
        this.contents = contents;
    }

    /** A record for a topic; the partition follows from the key. */
    public static ProducerRecord<String, byte[]> recordOf(String topic, StoredEvent event) {
        StoredContent stored = event.event().stored();
        EncodedEvent encoded = stored.content();
        ProducerRecord<String, byte[]> written =
                new ProducerRecord<>(topic, event.stream().value(), encoded.payload());
        Headers headers = written.headers();
        headers.add(SEQUENCE, longBytes(event.sequence()));
        headers.add(EVENT_ID, uuidBytes(event.eventId()));
        headers.add(KEY_ID, stored.keyId().getBytes(StandardCharsets.UTF_8));
        headers.add(TYPE, encoded.type().getBytes(StandardCharsets.UTF_8));
        headers.add(
                REVISION,
                ByteBuffer.allocate(Integer.BYTES).putInt(encoded.revision()).array());
        headers.add(RECORDED_AT, longBytes(ChronoUnit.MICROS.between(Instant.EPOCH, event.recordedAt())));
        event.event()
                .metadata()
                .toMap()
                .forEach((key, value) -> headers.add(METADATA_PREFIX + key, value.getBytes(StandardCharsets.UTF_8)));
        return written;
    }

    /**
     * @throws UnreadableEventException if the record is not one of ours, or its event cannot be decrypted or decoded
     * @throws dev.counterpoint.domain.encryption.ContentErasedException if the listener is erased
     */
    public RecordedEvent eventOf(ConsumerRecord<String, byte[]> read) {
        try {
            EncodedEvent encoded = new EncodedEvent(
                    new String(header(read, TYPE), StandardCharsets.UTF_8),
                    ByteBuffer.wrap(header(read, REVISION)).getInt(),
                    read.value());
            StoredContent stored = new StoredContent(new String(header(read, KEY_ID), StandardCharsets.UTF_8), encoded);
            UUID id = uuid(header(read, EVENT_ID));
            StreamId stream = new StreamId(read.key());
            return new RecordedEvent(
                    stream,
                    sequenceOf(read),
                    id,
                    Instant.EPOCH.plus(
                            ByteBuffer.wrap(header(read, RECORDED_AT)).getLong(), ChronoUnit.MICROS),
                    contents.read(stream, id, stored),
                    metadata(read.headers()));
        } catch (BufferUnderflowException
                | IllegalArgumentException
                | NullPointerException
                | UnreadableContentException broken) {
            throw new UnreadableEventException("not a record of an event: offset " + read.offset(), broken);
        }
    }

    /** @throws IllegalArgumentException if the record is not one of ours */
    public static long sequenceOf(ConsumerRecord<String, byte[]> read) {
        return ByteBuffer.wrap(header(read, SEQUENCE)).getLong();
    }

    private static Map<String, String> metadata(Headers headers) {
        Map<String, String> metadata = new HashMap<>();
        for (Header header : headers) {
            if (header.key().startsWith(METADATA_PREFIX)) {
                metadata.put(
                        header.key().substring(METADATA_PREFIX.length()),
                        new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return metadata;
    }

    private static byte[] header(ConsumerRecord<String, byte[]> read, String name) {
        Header header = read.headers().lastHeader(name);
        if (header == null || header.value() == null) {
            throw new IllegalArgumentException("header " + name + " is missing");
        }
        return header.value();
    }

    private static byte[] longBytes(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    private static UUID uuid(byte[] bytes) {
        ByteBuffer id = ByteBuffer.wrap(bytes);
        return new UUID(id.getLong(), id.getLong());
    }

    private static byte[] uuidBytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
