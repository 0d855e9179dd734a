package dev.counterpoint.infra.archive;

import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** How records of one kind become rows of Parquet. Not thread-safe. */
abstract class ParquetRecords<T> extends WriteSupport<T> {
    private static final long ROW_GROUP = 32L * 1024 * 1024;

    private final MessageType schema;
    private @Nullable RecordConsumer row;

    ParquetRecords(MessageType schema) {
        this.schema = schema;
    }

    /** Writes one record as a message of the schema. */
    abstract void write(T each, RecordConsumer to);

    /** @param file replaced where it is there */
    final Builder<T> to(Path file) {
        return new Builder<>(file, this)
                .withConf(new PlainParquetConfiguration())
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withPageWriteChecksumEnabled(true)
                .withRowGroupSize(ROW_GROUP);
    }

    @Override
    public final WriteContext init(Configuration configuration) {
        return new WriteContext(schema, Map.of());
    }

    @Override
    public final WriteContext init(ParquetConfiguration configuration) {
        return new WriteContext(schema, Map.of());
    }

    @Override
    public final void prepareForWrite(RecordConsumer consumer) {
        row = consumer;
    }

    @Override
    public final void write(T each) {
        if (row == null) {
            throw new IllegalStateException("the writer was not prepared");
        }
        write(each, row);
    }

    /** Of a writer of these records. */
    static final class Builder<T> extends ParquetWriter.Builder<T, Builder<T>> {
        private final ParquetRecords<T> records;

        private Builder(Path file, ParquetRecords<T> records) {
            super(new LocalOutputFile(file));
            this.records = records;
        }

        @Override
        protected Builder<T> self() {
            return this;
        }

        @Override
        protected WriteSupport<T> getWriteSupport(Configuration configuration) {
            return records;
        }

        @Override
        protected WriteSupport<T> getWriteSupport(ParquetConfiguration configuration) {
            return records;
        }
    }
}
