package dev.counterpoint.infra.archive;

import dev.counterpoint.domain.time.Micros;
import dev.counterpoint.training.row.ExposureWeights;
import dev.counterpoint.training.row.Reward;
import dev.counterpoint.training.row.ShownSlot;
import dev.counterpoint.training.run.TrainingRowFiles.RowsOfRun;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;

/** Writes rows of training to Parquet. */
final class RowFileWriter {
    private RowFileWriter() {}

    /**
     * A row as it is written.
     *
     * @param listener stands for one within a run, and says nothing of who they are
     */
    record FiledRow(String decision, long listener, ShownSlot slot) {}

    /** @param file replaced where it is there */
    static ParquetWriter<FiledRow> open(Path file, RowsOfRun run) throws IOException {
        return new Rows(RowSchema.of(run.set()), run.weights()).to(file).build();
    }

    private static final class Rows extends ParquetRecords<FiledRow> {
        private final MessageType schema;
        private final ExposureWeights weights;

        Rows(MessageType schema, ExposureWeights weights) {
            super(schema);
            this.schema = schema;
            this.weights = weights;
        }

        @Override
        void write(FiledRow filed, RecordConsumer row) {
            ShownSlot slot = filed.slot();
            row.startMessage();
            field(row, 0, () -> row.addBinary(Binary.fromString(filed.decision())));
            field(row, 1, () -> row.addLong(filed.listener()));
            field(row, 2, () -> row.addLong(Micros.of(slot.servedAt())));
            field(row, 3, () -> row.addInteger(slot.row()));
            field(row, 4, () -> row.addInteger(slot.column()));
            field(row, 5, () -> row.addInteger(slot.listLength()));
            field(row, 6, () -> row.addDouble(slot.marginalPropensity()));
            field(row, 7, () -> row.addFloat(weights.of(slot)));
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
