package dev.counterpoint.query.proof;

import dev.counterpoint.domain.time.PlatformClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/** Verifies everything, when it is asked to; remembers the last reports. Thread-safe. */
public final class Verifications {
    private static final int KEPT = 20;
    private static final Duration SECOND_LOOK = Duration.ofSeconds(2);

    private final Verifiers verifiers;
    private final PlatformClock clock;
    private final ExecutorService work;
    private final Deque<Verification> last = new ArrayDeque<>();
    private int started;

    /** @param work runs verifications; its owner ends it */
    public Verifications(Verifiers verifiers, PlatformClock clock, ExecutorService work) {
        this.verifiers = verifiers;
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
                verifiers, clock, SECOND_LOOK, "verification-" + clock.now().toEpochMilli() + "-" + started++);
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
