package dev.counterpoint.query.proof;

import dev.counterpoint.domain.eventlog.StoredStreams;
import dev.counterpoint.domain.proof.Anchors;
import dev.counterpoint.domain.proof.CheckpointSeal;
import dev.counterpoint.domain.proof.Checkpoints;
import dev.counterpoint.domain.time.PlatformClock;
import dev.counterpoint.query.decision.DecisionGroups;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** Verifies everything, when it is asked to; remembers the last reports. Thread-safe. */
public final class Verifications {
    private static final int KEPT = 20;
    private static final Duration SECOND_LOOK = Duration.ofSeconds(2);

    private final StoredStreams all;
    private final VerifyingStreams streams;
    private final VerifyingDecisions decisions;
    private final DecisionGroups groups;
    private final @Nullable VerifyingCheckpoints checkpoints;
    private final PlatformClock clock;
    private final ExecutorService work;
    private final Deque<Verification> last = new ArrayDeque<>();
    private int started;

    /**
     * @param seal null where no checkpoints are made
     * @param work runs verifications; its owner ends it
     */
    public Verifications(
            StoredStreams all,
            VerifyingStreams streams,
            VerifyingDecisions decisions,
            DecisionGroups groups,
            Checkpoints checkpoints,
            Anchors anchors,
            @Nullable CheckpointSeal seal,
            PlatformClock clock,
            ExecutorService work) {
        this.all = all;
        this.streams = streams;
        this.decisions = decisions;
        this.groups = groups;
        this.checkpoints = seal == null ? null : new VerifyingCheckpoints(checkpoints, anchors, seal);
        this.clock = clock;
        this.work = work;
    }

    /** Starts a verification, or joins the one that runs. */
    public synchronized VerificationReport start() {
        Verification running = last.peekFirst();
        if (running != null && !running.isOver()) {
            return running.report();
        }
        Verification next = new Verification(
                all,
                streams,
                decisions,
                groups,
                checkpoints,
                clock,
                SECOND_LOOK,
                "verification-" + clock.now().toEpochMilli() + "-" + started++);
        last.addFirst(next);
        if (last.size() > KEPT) {
            last.removeLast();
        }
        work.execute(next);
        return next.report();
    }

    public synchronized Optional<VerificationReport> find(String id) {
        return last.stream()
                .filter(each -> each.is(id))
                .map(Verification::report)
                .findFirst();
    }
}
