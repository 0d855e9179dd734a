package dev.counterpoint.infra.archive;

import dev.counterpoint.domain.eventlog.StoredEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;

/** Reads stored events from Parquet, in the order of the file. */
final class EventFileReader {
    private EventFileReader() {}

    static ParquetReader<StoredEvent> open(Path file) throws IOException {
        return new Builder(file).usePageChecksumVerification().build();
    }

    private static final class Builder extends ParquetReader.Builder<StoredEvent> {
        Builder(Path file) {
            super(new LocalInputFile(file), new PlainParquetConfiguration());
        }

        @Override
        protected ReadSupport<StoredEvent> getReadSupport() {
            return new Support();
        }
    }

    private static final class Support extends ReadSupport<StoredEvent> {
        @Override
        public ReadContext init(InitContext context) {
            return new ReadContext(EventColumns.SCHEMA);
        }

        @Override
        public RecordMaterializer<StoredEvent> prepareForRead(
                Configuration configuration, Map<String, String> extra, MessageType schema, ReadContext context) {
            return new EventRow();
        }

        @Override
        public RecordMaterializer<StoredEvent> prepareForRead(
                ParquetConfiguration configuration,
                Map<String, String> extra,
                MessageType schema,
                ReadContext context) {
            return new EventRow();
        }
    }
}
