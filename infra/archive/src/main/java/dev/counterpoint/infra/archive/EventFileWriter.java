package dev.counterpoint.infra.archive;

import dev.counterpoint.domain.eventlog.NewEvent;
import dev.counterpoint.domain.eventlog.StoredEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.jspecify.annotations.Nullable;

/** Writes stored events to Parquet, one row each. */
final class EventFileWriter {
    private static final long ROW_GROUP = 32L * 1024 * 1024;

    private EventFileWriter() {}

    /** @param file replaced where it is there */
    static ParquetWriter<StoredEvent> open(Path file) throws IOException {
        Builder builder = new Builder(file)
                .withConf(new PlainParquetConfiguration())
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withPageWriteChecksumEnabled(true)
                .withRowGroupSize(ROW_GROUP);
        for (EventColumns column : EventColumns.WITHOUT_REPEATS) {
            builder.withDictionaryEncoding(column.written(), false).withStatisticsEnabled(column.written(), false);
        }
        return builder.build();
    }

    private static final class Builder extends ParquetWriter.Builder<StoredEvent, Builder> {
        Builder(Path file) {
            super(new LocalOutputFile(file));
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<StoredEvent> getWriteSupport(Configuration configuration) {
            return new Support();
        }

        @Override
        protected WriteSupport<StoredEvent> getWriteSupport(ParquetConfiguration configuration) {
            return new Support();
        }
    }

    private static final class Support extends WriteSupport<StoredEvent> {
        private @Nullable RecordConsumer row;

        @Override
        public WriteContext init(Configuration configuration) {
            return new WriteContext(EventColumns.SCHEMA, Map.of());
        }

        @Override
        public WriteContext init(ParquetConfiguration configuration) {
            return new WriteContext(EventColumns.SCHEMA, Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer consumer) {
            row = consumer;
        }

        @Override
        public void write(StoredEvent event) {
            if (row == null) {
                throw new IllegalStateException("the writer was not prepared");
            }
            write(event, row);
        }

        private static void write(StoredEvent event, RecordConsumer row) {
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
