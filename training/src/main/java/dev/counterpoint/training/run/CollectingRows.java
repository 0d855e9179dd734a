package dev.counterpoint.training.run;

import dev.counterpoint.domain.home.Digest;
import dev.counterpoint.training.replay.Window;
import dev.counterpoint.training.row.ExposureWeights;
import dev.counterpoint.training.row.Reward;
import dev.counterpoint.training.row.RowBlock;
import dev.counterpoint.training.row.ShownSlot;
import dev.counterpoint.training.row.ShownSlots;
import dev.counterpoint.training.row.TrainingRows;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

/** Replays a window to rows, part by part; parts that were made before, by a program that wrote them as this one does, are read again. */
final class CollectingRows {
    private final Learning learning;
    private final String runId;
    private final Window window;

    CollectingRows(Learning learning, String runId, Window window) {
        this.learning = learning;
        this.runId = runId;
        this.window = window;
    }

    /** @param digest over the bytes of all parts, in order */
    record Collected(TrainingRows rows, long listeners, long pages, Digest digest) {}

    Collected collect(Reward reward, ExposureWeights weights, DoubleConsumer progress) {
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
        return new Collected(rows.build(), counts[0], counts[1], Digest.of(sha.digest()));
    }

    private byte[] part(int part) {
        return learning.blocks()
                .find(runId, part)
                .filter(bytes -> RowBlock.isReadable(learning.set(), bytes))
                .orElseGet(() -> made(part));
    }

    private byte[] made(int part) {
        RowBlock.Builder block = RowBlock.of(learning.set());
        learning.replay().part(part, window, page -> {
            List<ShownSlot> slots = new ArrayList<>();
            ShownSlots.of(page.decision(), page.known(), page.outcome(), learning.set(), slots::add);
            block.add(slots);
        });
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
