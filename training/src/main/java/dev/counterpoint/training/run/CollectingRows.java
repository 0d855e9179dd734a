package dev.counterpoint.training.run;

import dev.counterpoint.domain.home.Digest;
import dev.counterpoint.training.replay.Window;
import dev.counterpoint.training.row.ExposureWeights;
import dev.counterpoint.training.row.Reward;
import dev.counterpoint.training.row.RowBlock;
import dev.counterpoint.training.row.ShownSlot;
import dev.counterpoint.training.row.ShownSlots;
import dev.counterpoint.training.row.TrainingRows;
import dev.counterpoint.training.run.TrainingRowFiles.RowsOfPage;
import dev.counterpoint.training.run.TrainingRowFiles.RowsOfRun;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * Replays a window to rows, part by part; parts that were made before, by a program that wrote them as this one does, are read again. Some
 * pages are compared with what they were decided with.
 */
final class CollectingRows {
    private final Learning learning;
    private final String runId;
    private final Window window;
    private final RebuiltSample sample;
    private final RowsOfRun run;

    CollectingRows(Learning learning, String runId, Window window, ExposureWeights weights) {
        this.learning = learning;
        this.runId = runId;
        this.window = window;
        this.sample = new RebuiltSample(runId, learning.set());
        this.run = new RowsOfRun(runId, window, learning.set(), weights, learning.code());
    }

    /** @param digest over the bytes of all parts, in order */
    record Collected(TrainingRows rows, long listeners, long pages, Digest digest) {}

    /** @throws IllegalStateException if a page does not rebuild */
    Collected collect(Reward reward, DoubleConsumer progress) {
        ExposureWeights weights = run.weights();
        TrainingRows.Builder rows = TrainingRows.of(learning.set(), reward, weights);
        MessageDigest sha = sha256();
        long[] counts = new long[2];
        new InParts(learning.threads())
                .run(
                        learning.replay().parts(),
                        this::part,
                        bytes -> {
                            sha.update(bytes);
                            RowBlock block = RowBlock.read(learning.set(), bytes);
                            block.addTo(rows, reward, weights);
                            counts[0] += block.listeners();
                            counts[1] += block.pages();
                        },
                        progress);
        learning.files().finish(run, learning.replay().parts());
        return new Collected(rows.build(), counts[0], counts[1], Digest.of(sha.digest()));
    }

    private byte[] part(int part) {
        return learning.blocks()
                .find(runId, part)
                .filter(bytes -> RowBlock.isReadable(learning.set(), bytes)
                        && learning.files().has(run, part))
                .orElseGet(() -> made(part));
    }

    private byte[] made(int part) {
        RowBlock.Builder block = RowBlock.of(learning.set());
        learning.files()
                .write(
                        run,
                        part,
                        file -> learning.replay().part(part, window, page -> {
                            sample.compare(page);
                            List<ShownSlot> slots = new ArrayList<>();
                            ShownSlots.of(page.decision(), page.known(), page.outcome(), learning.set(), slots::add);
                            block.add(slots);
                            file.accept(new RowsOfPage(page.id(), slots));
                        }));
        byte[] bytes = block.build().toBytes();
        learning.blocks().put(runId, part, bytes);
        return bytes;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
