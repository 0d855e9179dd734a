package dev.counterpoint.query.proof;

import dev.counterpoint.domain.eventlog.Sha256;
import dev.counterpoint.domain.proof.Anchors;
import dev.counterpoint.domain.proof.ChainHead;
import dev.counterpoint.domain.proof.Checkpoint;
import dev.counterpoint.domain.proof.CheckpointSeal;
import dev.counterpoint.domain.proof.Checkpoints;
import dev.counterpoint.domain.proof.SignedCheckpoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Verifies the chains of checkpoints: signatures, roots, and that the database has all that the anchors have. */
public final class VerifyingCheckpoints {
    private static final String CHAIN = "checkpoints-";

    private final Checkpoints checkpoints;
    private final Anchors anchors;
    private final CheckpointSeal seal;

    public VerifyingCheckpoints(Checkpoints checkpoints, Anchors anchors, CheckpointSeal seal) {
        this.checkpoints = checkpoints;
        this.anchors = anchors;
        this.seal = seal;
    }

    /**
     * @param heads is given every head of every checkpoint
     * @param faults is given what is wrong
     * @return how many checkpoints were verified
     */
    public long verify(Consumer<ChainHead> heads, Consumer<Fault> faults) {
        Map<String, Map<Long, SignedCheckpoint>> anchored = new HashMap<>();
        for (SignedCheckpoint each : anchors.all()) {
            Checkpoint checkpoint = each.checkpoint();
            if (seal.signed(each)) {
                anchored.computeIfAbsent(checkpoint.writer(), any -> new HashMap<>())
                        .put(checkpoint.number(), each);
            } else {
                faults.accept(fault(
                        checkpoint, "the anchor of checkpoint " + checkpoint.number() + " is not signed with the key"));
            }
        }
        TreeSet<String> writers = new TreeSet<>(checkpoints.writers());
        writers.addAll(anchored.keySet());
        long verified = 0;
        for (String writer : writers) {
            verified += verify(writer, anchored.getOrDefault(writer, Map.of()), heads, faults);
        }
        return verified;
    }

    private long verify(
            String writer, Map<Long, SignedCheckpoint> anchored, Consumer<ChainHead> heads, Consumer<Fault> faults) {
        long last = anchored.keySet().stream().mapToLong(Long::longValue).max().orElse(-1);
        Sha256 previous = Checkpoint.start(writer);
        long number = 0;
        while (true) {
            Optional<SignedCheckpoint> found = checkpoints.find(writer, number);
            if (found.isEmpty() && number > last) {
                return number;
            }
            SignedCheckpoint anchor = anchored.get(number);
            if (found.isEmpty()) {
                faults.accept(new Fault(CHAIN + writer, number, "checkpoint " + number + " is missing"));
                previous = anchor == null ? previous : anchor.checkpoint().hash();
            } else {
                wrongOf(found.get(), anchor, previous, heads).forEach(faults);
                previous = found.get().checkpoint().hash();
            }
            number++;
        }
    }

    private List<Fault> wrongOf(
            SignedCheckpoint found, @Nullable SignedCheckpoint anchor, Sha256 previous, Consumer<ChainHead> heads) {
        Checkpoint checkpoint = found.checkpoint();
        List<Fault> wrong = new ArrayList<>();
        if (!seal.signed(found)) {
            wrong.add(fault(checkpoint, "checkpoint " + checkpoint.number() + " is not signed with the key"));
        }
        if (!checkpoint.previous().equals(previous)) {
            wrong.add(fault(checkpoint, "checkpoint " + checkpoint.number() + " does not follow the one before it"));
        }
        if (anchor != null && !anchor.checkpoint().equals(checkpoint)) {
            wrong.add(fault(checkpoint, "checkpoint " + checkpoint.number() + " is not the one that is anchored"));
        }
        List<ChainHead> leaves = checkpoints.headsOf(checkpoint.writer(), checkpoint.number());
        if (leaves.size() != checkpoint.heads() || !Checkpoint.rootOf(leaves).equals(checkpoint.root())) {
            wrong.add(fault(
                    checkpoint, "the heads of checkpoint " + checkpoint.number() + " are not those it was made over"));
        }
        leaves.forEach(heads);
        return wrong;
    }

    private static Fault fault(Checkpoint checkpoint, String what) {
        return new Fault(CHAIN + checkpoint.writer(), checkpoint.number(), what);
    }
}
