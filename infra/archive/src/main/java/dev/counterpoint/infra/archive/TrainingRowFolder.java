package dev.counterpoint.infra.archive;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.Sha256;
import dev.counterpoint.infra.archive.RowFileWriter.FiledRow;
import dev.counterpoint.training.row.ShownSlot;
import dev.counterpoint.training.run.TrainingRowFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.parquet.hadoop.ParquetWriter;

/** Rows of trainings as Parquet: a folder to a run, a file to a part, and a manifest once all are there. */
public final class TrainingRowFolder implements TrainingRowFiles {
    private final Path folder;

    public TrainingRowFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public boolean has(RowsOfRun run, int part) {
        return Files.exists(of(run).resolve(PartFile.name(part)));
    }

    @Override
    public void write(RowsOfRun run, int part, Consumer<Consumer<RowsOfPage>> content) {
        Path file = of(run).resolve(PartFile.name(part));
        Path fresh = WholeFile.beside(file);
        try {
            Files.createDirectories(of(run));
            try (ParquetWriter<FiledRow> writer = RowFileWriter.open(fresh, run)) {
                content.accept(page -> write(writer, run, page));
            } catch (IOException | RuntimeException failed) {
                Files.deleteIfExists(fresh);
                throw failed;
            }
            WholeFile.putInPlace(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void write(ParquetWriter<FiledRow> writer, RowsOfRun run, RowsOfPage page) {
        try {
            for (ShownSlot slot : page.slots()) {
                writer.write(new FiledRow(page.decision().value(), number(run, slot.listener()), slot));
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** The same listener has the same number in all files of a run, and another one in those of the next. */
    private static long number(RowsOfRun run, StreamId listener) {
        byte[] salt = (run.runId() + "/").getBytes(StandardCharsets.UTF_8);
        byte[] name = listener.value().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.wrap(Sha256.of(salt, name).bytes()).getLong();
    }

    @Override
    public void finish(RowsOfRun run, int parts) {
        try {
            RowManifestFile.of(of(run), run, parts).write(of(run));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path of(RowsOfRun run) {
        return folder.resolve(run.runId());
    }
}
