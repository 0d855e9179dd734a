package dev.counterpoint.infra.cli.evaluation;

import dev.counterpoint.infra.cli.platform.Sentences;
import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import dev.counterpoint.infra.cli.terminal.Exit;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Brings the rows of each cluster together, wherever they stood. Some are kept in memory; where there are more, all go to 256 temporary files by the first
 * byte of the cluster's hash, 56 bytes a row, of which one at a time is sorted in memory. The order that comes out is the same either way. Not
 * thread-safe; closing deletes the files.
 */
final class ClusterSort implements AutoCloseable {
    /** How many rows are sorted at a time, at most: some 200 MB. So half a billion rows are for 256 files, where clusters are of even size. */
    static final int MOST_AT_A_TIME = 2_000_000;

    private static final int IN_MEMORY = 100_000;
    private static final int PARTS = 256;
    private static final Comparator<WeighedRow> ORDER = ((Comparator<WeighedRow>)
                    (one, other) -> Long.compareUnsigned(one.cluster(), other.cluster()))
            .thenComparingLong(WeighedRow::line);

    private final int inMemory;
    private final int mostAtATime;
    private final List<WeighedRow> rows = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();
    private final List<DataOutputStream> parts = new ArrayList<>();

    ClusterSort() {
        this(IN_MEMORY, MOST_AT_A_TIME);
    }

    /**
     * @param inMemory more rows than that go to files
     * @param mostAtATime how many rows a file may have
     */
    ClusterSort(int inMemory, int mostAtATime) {
        this.inMemory = inMemory;
        this.mostAtATime = mostAtATime;
    }

    void add(WeighedRow row) {
        if (!parts.isEmpty()) {
            spill(row);
            return;
        }
        rows.add(row);
        if (rows.size() > inMemory) {
            openParts();
            rows.forEach(this::spill);
            rows.clear();
        }
    }

    private void openParts() {
        try {
            for (int part = 0; part < PARTS; part++) {
                Path file = Files.createTempFile("counterpoint-rows-", ".part");
                files.add(file);
                parts.add(new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file))));
            }
        } catch (IOException failed) {
            throw broken(failed);
        }
    }

    private void spill(WeighedRow row) {
        try {
            row.write(parts.get((int) (row.cluster() >>> 56)));
        } catch (IOException failed) {
            throw broken(failed);
        }
    }

    /** By cluster, in the order of their hashes; within one by line. */
    void forEach(Consumer<WeighedRow> each) {
        if (parts.isEmpty()) {
            rows.sort(ORDER);
            rows.forEach(each);
            return;
        }
        try {
            closeParts();
            for (Path file : files) {
                List<WeighedRow> part = read(file);
                part.sort(ORDER);
                part.forEach(each);
            }
        } catch (IOException failed) {
            throw broken(failed);
        }
    }

    private List<WeighedRow> read(Path file) throws IOException {
        List<WeighedRow> part = new ArrayList<>();
        try (DataInputStream from = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            while (true) {
                part.add(WeighedRow.read(from));
                if (part.size() > mostAtATime) {
                    throw new CommandFailedException(
                            Exit.FAILED,
                            "There are more rows than can be put in order by cluster: more than " + mostAtATime
                                    + " in one of " + PARTS + " parts. Judge a part of the log, or of each cluster.");
                }
            }
        } catch (EOFException end) {
            return part;
        }
    }

    private static CommandFailedException broken(IOException failed) {
        return new CommandFailedException(
                Exit.FAILED,
                "Rows cannot be put in order by cluster, in files of the temporary folder: " + Sentences.of(failed)
                        + ".");
    }

    private void closeParts() throws IOException {
        for (DataOutputStream part : parts) {
            part.close();
        }
    }

    @Override
    public void close() {
        try {
            closeParts();
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failed) {
            throw broken(failed);
        }
    }
}
