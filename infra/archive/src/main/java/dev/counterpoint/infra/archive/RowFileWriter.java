package dev.counterpoint.infra.archive;

import dev.counterpoint.domain.time.Micros;
import dev.counterpoint.training.row.Reward;
import dev.counterpoint.training.row.ShownSlot;
import dev.counterpoint.training.run.TrainingRowFiles.RowsOfRun;
import java.io.IOException;
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
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** Writes rows of training to Parquet. */
final class RowFileWriter {
    private static final long ROW_GROUP = 32L * 1024 * 1024;

    private RowFileWriter() {}

    /**
     * A row as it is written.
     *
     * @param listener stands for one within a run, and says nothing of who they are
     */
    record FiledRow(String decision, long listener, ShownSlot slot) {}

    /** @param file replaced where it is there */
    static ParquetWriter<FiledRow> open(Path file, RowsOfRun run) throws IOException {
        return new Builder(file, run)
                .withConf(new PlainParquetConfiguration())
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withPageWriteChecksumEnabled(true)
                .withRowGroupSize(ROW_GROUP)
                .build();
    }

    private static final class Builder extends ParquetWriter.Builder<FiledRow, Builder> {
        private final RowsOfRun run;

        Builder(Path file, RowsOfRun run) {
            super(new LocalOutputFile(file));
            this.run = run;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<FiledRow> getWriteSupport(Configuration configuration) {
            return new Support(run);
        }

        @Override
        protected WriteSupport<FiledRow> getWriteSupport(ParquetConfiguration configuration) {
            return new Support(run);
        }
    }

    private static final class Support extends WriteSupport<FiledRow> {
        private final RowsOfRun run;
        private final MessageType schema;
        private @Nullable RecordConsumer row;

        Support(RowsOfRun run) {
            this.run = run;
            this.schema = RowSchema.of(run.set());
        }

        @Override
        public WriteContext init(Configuration configuration) {
            return new WriteContext(schema, Map.of());
        }

        @Override
        public WriteContext init(ParquetConfiguration configuration) {
            return new WriteContext(schema, Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer consumer) {
            row = consumer;
        }

        @Override
        public void write(FiledRow filed) {
            if (row == null) {
                throw new IllegalStateException("the writer was not prepared");
            }
            write(filed, row);
        }

        private void write(FiledRow filed, RecordConsumer row) {
            ShownSlot slot = filed.slot();
            row.startMessage();
            field(row, 0, () -> row.addBinary(Binary.fromString(filed.decision())));
            field(row, 1, () -> row.addLong(filed.listener()));
            field(row, 2, () -> row.addLong(Micros.of(slot.servedAt())));
            field(row, 3, () -> row.addInteger(slot.row()));
            field(row, 4, () -> row.addInteger(slot.column()));
            field(row, 5, () -> row.addInteger(slot.listLength()));
            field(row, 6, () -> row.addDouble(slot.marginalPropensity()));
            field(row, 7, () -> row.addFloat(run.weights().of(slot)));
            field(row, 8, () -> group(row, 8, earned(slot)));
            field(row, 9, () -> group(row, 9, slot.features()));
            row.endMessage();
        }

        private void field(RecordConsumer row, int index, Runnable value) {
            String name = schema.getFieldName(index);
            row.startField(name, index);
            value.run();
            row.endField(name, index);
        }

        private void group(RecordConsumer row, int index, float[] values) {
            GroupType group = schema.getType(index).asGroupType();
            row.startGroup();
            for (int i = 0; i < values.length; i++) {
                row.startField(group.getFieldName(i), i);
                row.addFloat(values[i]);
                row.endField(group.getFieldName(i), i);
            }
            row.endGroup();
        }

        private static float[] earned(ShownSlot slot) {
            float[] earned = new float[Reward.values().length];
            for (Reward reward : Reward.values()) {
                earned[reward.ordinal()] = (float) slot.earned(reward);
            }
            return earned;
        }
    }
}
