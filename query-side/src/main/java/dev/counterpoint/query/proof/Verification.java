package dev.counterpoint.query.proof;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.proof.ChainHead;
import dev.counterpoint.domain.time.PlatformClock;
import dev.counterpoint.query.archive.VerifyingArchives;
import dev.counterpoint.query.work.Persistence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Verifies everything that is stored: all streams, all decisions, all checkpoints, that whatever checkpoints saw is still
 * there, and all archives. Reads while
 * others write: what looks broken is looked at again before it counts. One at a time; not kept
 * beyond the process. Holds the names of all streams in memory meanwhile, about 100 bytes each.
 */
public final class Verification implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Verification.class);
    private static final int MOST_FAULTS = 200;
    private static final int FOR_STREAMS = 80;
    private static final int FOR_DECISIONS = 90;
    private static final int FOR_CHECKPOINTS = 95;

    private final Verifiers verifiers;
    private final PlatformClock clock;
    private final Duration secondLook;
    private final Persistence persistence;
    private final String id;
    private final Instant startedAt;
    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> visited = new HashSet<>();
    private volatile @Nullable Instant endedAt;
    private volatile @Nullable String failure;
    private volatile int percent;
    private volatile long streamCount;
    private volatile long eventCount;
    private volatile long erasedCount;
    private volatile long decisionCount;
    private volatile long checkpointCount;
    private volatile long archiveCount;

    /** @param secondLook how much later a fault is looked at again */
    public Verification(Verifiers verifiers, PlatformClock clock, Duration secondLook, String id) {
        this.verifiers = verifiers;
        this.clock = clock;
        this.secondLook = secondLook;
        this.persistence = Persistence.pausing(secondLook);
        this.id = id;
        this.startedAt = clock.now();
    }

    @Override
    public void run() {
        try {
            verifyStreams();
            verifyDecisions();
            verifyCheckpoints();
            percent = FOR_CHECKPOINTS;
            verifyArchives();
            percent = 100;
        } catch (RuntimeException failed) {
            LOG.warn("a verification was given up", failed);
            failure = "the store could not be read to the end";
        } finally {
            endedAt = clock.now();
        }
    }

    public VerificationReport report() {
        synchronized (faults) {
            return new VerificationReport(
                    id,
                    startedAt,
                    endedAt,
                    percent,
                    verifiers.checkpoints() != null,
                    streamCount,
                    eventCount,
                    erasedCount,
                    decisionCount,
                    checkpointCount,
                    archiveCount,
                    List.copyOf(faults),
                    failure);
        }
    }

    private void verifyStreams() {
        for (int part = 0; part < verifiers.all().parts(); part++) {
            List<StreamId> found = new ArrayList<>();
            int current = part;
            persistence.until(() -> {
                found.clear();
                verifiers.all().forEach(current, end -> found.add(end.stream()));
                return found;
            });
            found.forEach(this::verifyStream);
            percent = FOR_STREAMS * (part + 1) / verifiers.all().parts();
        }
    }

    private void verifyStream(StreamId stream) {
        StreamProof proof = twice(() -> verifiers.streams().verify(stream), StreamProof::faults);
        visited.add(stream.value());
        streamCount++;
        eventCount += proof.events();
        erasedCount += proof.erased() ? 1 : 0;
        proof.faults().stream().limit(1).forEach(this::note);
    }

    private void verifyDecisions() {
        long last = verifiers.groups().lastEpoch();
        for (long epoch = 1; epoch <= last; epoch++) {
            long current = epoch;
            DecisionProof proof = twice(() -> verifiers.decisions().verifyAll(current), DecisionProof::faults);
            decisionCount += proof.decisions();
            proof.faults().stream().limit(1).forEach(this::note);
            percent = FOR_STREAMS + (int) ((FOR_DECISIONS - FOR_STREAMS) * epoch / last);
        }
    }

    private void verifyCheckpoints() {
        VerifyingCheckpoints checkpoints = verifiers.checkpoints();
        if (checkpoints == null) {
            return;
        }
        Set<String> lost = new HashSet<>();
        checkpointCount = persistence.until(() -> checkpoints.verify(head -> noteLost(head, lost), this::note));
    }

    private void verifyArchives() {
        VerifyingArchives archives = verifiers.archives();
        if (archives != null) {
            archiveCount =
                    persistence.until(() -> archives.verify((archive, what) -> note(new Fault(archive, 0, what))));
        }
    }

    /** A stream of which nothing is left was not met on the walk through all of them. */
    private void noteLost(ChainHead head, Set<String> lost) {
        if (head.isOfDecisions() || visited.contains(head.chain()) || !lost.add(head.chain())) {
            return;
        }
        StreamProof proof = verifiers.streams().verify(new StreamId(head.chain()));
        proof.faults().stream().limit(1).forEach(this::note);
    }

    private void note(Fault fault) {
        synchronized (faults) {
            if (faults.size() < MOST_FAULTS && !faults.contains(fault)) {
                faults.add(fault);
            }
        }
    }

    private <T> T twice(Supplier<T> look, Function<T, List<Fault>> faultsOf) {
        T first = persistence.until(look);
        if (faultsOf.apply(first).isEmpty()) {
            return first;
        }
        LockSupport.parkNanos(secondLook.toNanos());
        return persistence.until(look);
    }

    /** Whether it is the one of this id. */
    public boolean is(String other) {
        return id.equals(other);
    }

    public boolean isOver() {
        return endedAt != null;
    }
}
