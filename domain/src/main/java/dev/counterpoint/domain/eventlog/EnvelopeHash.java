package dev.counterpoint.domain.eventlog;

import dev.counterpoint.domain.event.StreamId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The hash chain of a stream:
 * {@code h_n = SHA-256(tag ‖ lp(stream, seq, event id, time, type, revision) ‖ SHA-256(payload) ‖ SHA-256(metadata) ‖ h_(n-1))}. {@code lp}
 * puts the length in bytes, four bytes big-endian, before each field; numbers are big-endian (seq, time in microseconds since 1970: eight
 * bytes, revision: four), the id is its 16 bytes, texts are UTF-8. The payload is hashed as stored, so a chain still verifies when the key of
 * the content is gone.
 */
public final class EnvelopeHash {
    private static final byte[] LINK = "counterpoint/event/1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] START = "counterpoint/stream/1".getBytes(StandardCharsets.US_ASCII);

    private EnvelopeHash() {}

    /** The link that the first event of a stream is chained to. */
    public static Sha256 start(StreamId stream) {
        return Sha256.of(START, stream.value().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param recordedAt as it is stored, in whole microseconds
     * @param previous the link of the event before, or {@link #start}
     * @return the link of the event
     */
    public static Sha256 link(
            StreamId stream, long sequence, Instant recordedAt, NewEvent event, Sha256 payloadHash, Sha256 previous) {
        byte[] name = stream.value().getBytes(StandardCharsets.UTF_8);
        byte[] type = event.content().type().getBytes(StandardCharsets.UTF_8);
        ByteBuffer fields = ByteBuffer.allocate(name.length + type.length + 36 + 6 * Integer.BYTES);
        fields.putInt(name.length).put(name);
        fields.putInt(Long.BYTES).putLong(sequence);
        fields.putInt(16)
                .putLong(event.eventId().getMostSignificantBits())
                .putLong(event.eventId().getLeastSignificantBits());
        fields.putInt(Long.BYTES).putLong(ChronoUnit.MICROS.between(Instant.EPOCH, recordedAt));
        fields.putInt(type.length).put(type);
        fields.putInt(Integer.BYTES).putInt(event.content().revision());
        Sha256 metadataHash = Sha256.of(event.metadata().bytes());
        return Sha256.of(LINK, fields.array(), payloadHash.bytes(), metadataHash.bytes(), previous.bytes());
    }
}
