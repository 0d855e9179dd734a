package dev.counterpoint.infra.archive;

import dev.counterpoint.domain.eventlog.NewEvent;
import dev.counterpoint.domain.eventlog.StoredEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;

/** Writes stored events to Parquet, one row each. */
final class EventFileWriter {
    private EventFileWriter() {}

    /** @param file replaced where it is there */
    static ParquetWriter<StoredEvent> open(Path file) throws IOException {
        ParquetRecords.Builder<StoredEvent> builder = new Events().to(file);
        for (EventColumns column : EventColumns.WITHOUT_REPEATS) {
            builder.withDictionaryEncoding(column.written(), false).withStatisticsEnabled(column.written(), false);
        }
        return builder.build();
    }

    private static final class Events extends ParquetRecords<StoredEvent> {
        Events() {
            super(EventColumns.SCHEMA);
        }

        @Override
        void write(StoredEvent event, RecordConsumer row) {
            NewEvent content = event.event();
            row.startMessage();
            field(row, EventColumns.STREAM, Binary.fromString(event.stream().value()));
            field(row, EventColumns.SEQUENCE, event.sequence());
            field(row, EventColumns.EVENT_ID, EventColumns.binary(event.eventId()));
            field(row, EventColumns.TYPE, Binary.fromString(content.content().type()));
            row.startField(EventColumns.REVISION.written(), EventColumns.REVISION.ordinal());
            row.addInteger(content.content().revision());
            row.endField(EventColumns.REVISION.written(), EventColumns.REVISION.ordinal());
            field(row, EventColumns.KEY_ID, Binary.fromString(content.keyId()));
            field(row, EventColumns.RECORDED_AT, ChronoUnit.MICROS.between(Instant.EPOCH, event.recordedAt()));
            field(row, EventColumns.PAYLOAD, bytes(content.content().payload()));
            field(row, EventColumns.METADATA, bytes(content.metadata().bytes()));
            field(row, EventColumns.PAYLOAD_HASH, bytes(event.payloadHash().bytes()));
            field(row, EventColumns.CHAIN_HASH, bytes(event.link().bytes()));
            row.endMessage();
        }

        private static Binary bytes(byte[] value) {
            return Binary.fromConstantByteArray(value);
        }

        private static void field(RecordConsumer row, EventColumns column, Binary value) {
            row.startField(column.written(), column.ordinal());
            row.addBinary(value);
            row.endField(column.written(), column.ordinal());
        }

        private static void field(RecordConsumer row, EventColumns column, long value) {
            row.startField(column.written(), column.ordinal());
            row.addLong(value);
            row.endField(column.written(), column.ordinal());
        }
    }
}
