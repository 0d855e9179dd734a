package dev.counterpoint.domain.proof;

import dev.counterpoint.domain.eventlog.Sha256;
import dev.counterpoint.domain.time.PlatformClock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes the checkpoints of one process, each over the heads that moved since the one before. A checkpoint counts when the store and the anchors both
 * have it; one that was not written is written again before the next one is made. For one thread at a time.
 */
public final class Checkpointing {
    private static final int MOST_HEADS = 50_000;
    private static final Comparator<ChainHead> BY_CHAIN = Comparator.comparing(ChainHead::chain);

    private final MovedHeads moved;
    private final Checkpoints store;
    private final Anchors anchors;
    private final CheckpointSeal seal;
    private final PlatformClock clock;
    private final String writer;
    private final List<Made> unwritten = new ArrayList<>();
    private Sha256 previous;
    private long next;

    private record Made(SignedCheckpoint checkpoint, List<ChainHead> heads) {}

    /** @param writer names this process, which has made none yet */
    public Checkpointing(
            MovedHeads moved,
            Checkpoints store,
            Anchors anchors,
            CheckpointSeal seal,
            PlatformClock clock,
            String writer) {
        this.moved = moved;
        this.store = store;
        this.anchors = anchors;
        this.seal = seal;
        this.clock = clock;
        this.writer = writer;
        this.previous = Checkpoint.start(writer);
    }

    /**
     * Makes a checkpoint if anything moved.
     *
     * @throws dev.counterpoint.domain.refusal.StoreUnavailableException if it cannot be written now; it will be, with the next call
     */
    public synchronized void make() {
        writeUnwritten();
        List<ChainHead> heads = moved.take();
        heads.sort(BY_CHAIN);
        for (int begin = 0; begin < heads.size(); begin += MOST_HEADS) {
            sign(heads.subList(begin, Math.min(begin + MOST_HEADS, heads.size())));
        }
        writeUnwritten();
    }

    private void sign(List<ChainHead> heads) {
        Checkpoint checkpoint = new Checkpoint(
                writer,
                next,
                clock.now().truncatedTo(ChronoUnit.MICROS),
                heads.size(),
                Checkpoint.rootOf(heads),
                previous);
        unwritten.add(new Made(seal.sign(checkpoint), List.copyOf(heads)));
        previous = checkpoint.hash();
        next++;
    }

    private void writeUnwritten() {
        while (!unwritten.isEmpty()) {
            Made made = unwritten.get(0);
            store.add(made.checkpoint, made.heads);
            anchors.add(made.checkpoint);
            unwritten.remove(0);
        }
    }
}
