package dev.counterpoint.infra.archive;

import dev.counterpoint.domain.event.EncodedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.EventMetadata;
import dev.counterpoint.domain.eventlog.NewEvent;
import dev.counterpoint.domain.eventlog.Sha256;
import dev.counterpoint.domain.eventlog.StoredEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.jspecify.annotations.Nullable;

/** Puts an event together from the values of its row. */
final class EventRow extends RecordMaterializer<StoredEvent> {
    private final Texts streams = new Texts();
    private final Numbers sequence = new Numbers();
    private final Ids eventId = new Ids();
    private final Texts types = new Texts();
    private final Numbers revision = new Numbers();
    private final Texts keyIds = new Texts();
    private final Numbers recordedAt = new Numbers();
    private final Bytes payload = new Bytes();
    private final Bytes metadata = new Bytes();
    private final Bytes payloadHash = new Bytes();
    private final Bytes chainHash = new Bytes();
    private final Converter[] columns = {
        streams, sequence, eventId, types, revision, keyIds, recordedAt, payload, metadata, payloadHash, chainHash
    };
    private final GroupConverter root = new GroupConverter() {
        @Override
        public Converter getConverter(int field) {
            return columns[field];
        }

        @Override
        public void start() {
            // Every row has every column: there is nothing to clear.
        }

        @Override
        public void end() {
            // The record is put together when it is asked for.
        }
    };
    private @Nullable StreamId stream;

    @Override
    public StoredEvent getCurrentRecord() {
        EncodedEvent content = new EncodedEvent(types.value(), (int) revision.value, payload.value());
        NewEvent event = new NewEvent(
                eventId.value(),
                Instant.EPOCH.plus(recordedAt.value, ChronoUnit.MICROS),
                keyIds.value(),
                content,
                new EventMetadata(metadata.value()));
        return new StoredEvent(
                stream(), sequence.value, event, new Sha256(payloadHash.value()), new Sha256(chainHash.value()));
    }

    private StreamId stream() {
        if (stream == null || !stream.value().equals(streams.value())) {
            stream = new StreamId(streams.value());
        }
        return stream;
    }

    @Override
    public GroupConverter getRootConverter() {
        return root;
    }

    /** Texts that repeat: each is decoded once per page of the file. */
    private static final class Texts extends PrimitiveConverter {
        private String[] decoded = {};
        private @Nullable String value;

        String value() {
            return Objects.requireNonNull(value);
        }

        @Override
        public boolean hasDictionarySupport() {
            return true;
        }

        @Override
        public void setDictionary(Dictionary dictionary) {
            decoded = new String[dictionary.getMaxId() + 1];
            for (int i = 0; i < decoded.length; i++) {
                decoded[i] = dictionary.decodeToBinary(i).toStringUsingUTF8();
            }
        }

        @Override
        public void addValueFromDictionary(int id) {
            value = decoded[id];
        }

        @Override
        public void addBinary(Binary text) {
            value = text.toStringUsingUTF8();
        }
    }

    private static final class Numbers extends PrimitiveConverter {
        private long value;

        @Override
        public void addLong(long number) {
            value = number;
        }

        @Override
        public void addInt(int number) {
            value = number;
        }
    }

    private static final class Ids extends PrimitiveConverter {
        private @Nullable UUID value;

        UUID value() {
            return Objects.requireNonNull(value);
        }

        @Override
        public void addBinary(Binary id) {
            value = EventColumns.uuid(id);
        }
    }

    private static final class Bytes extends PrimitiveConverter {
        private byte[] value = {};

        byte[] value() {
            return value;
        }

        @Override
        public void addBinary(Binary bytes) {
            value = bytes.getBytes();
        }
    }
}
