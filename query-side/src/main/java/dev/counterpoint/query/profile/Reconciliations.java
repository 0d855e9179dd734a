package dev.counterpoint.query.profile;

import dev.counterpoint.domain.lease.Leases;
import dev.counterpoint.domain.time.PlatformClock;
import dev.counterpoint.query.work.Persistence;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/** Reconciles profiles with the store when it is asked to, now and then, and when profiles of the present fold were never rebuilt. Thread-safe. */
public final class Reconciliations {
    private static final int KEPT = 20;
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);
    private static final Duration REBUILDER_IS_DEAD = Duration.ofMinutes(5);
    private static final String LEASE = "reconciliation";
    private static final String REBUILDING = "rebuilding-profiles";

    private final Reconciled stores;
    private final Leases leases;
    private final PlatformClock clock;
    private final String process;
    private final Duration interval;
    private final ExecutorService work;
    private final Deque<Reconciliation> last = new ArrayDeque<>();
    private int started;
    private long repairedBefore;

    /**
     * @param process its name, for leases
     * @param interval how often one process of all begins one
     * @param work runs reconciliations; its owner ends it
     */
    public Reconciliations(
            Reconciled stores,
            Leases leases,
            PlatformClock clock,
            String process,
            Duration interval,
            ExecutorService work) {
        this.stores = stores;
        this.leases = leases;
        this.clock = clock;
        this.process = process;
        this.interval = interval;
        this.work = work;
    }

    /** Starts one, or joins the one that runs here. */
    public synchronized ReconciliationReport start() {
        Reconciliation running = last.peekFirst();
        if (running != null && !running.isOver()) {
            return running.report();
        }
        Reconciliation next = new Reconciliation(
                stores,
                clock,
                Persistence.pausing(BETWEEN_TRIES),
                "reconciliation-" + clock.now().toEpochMilli() + "-" + started++);
        last.addFirst(next);
        if (last.size() > KEPT) {
            repairedBefore += last.removeLast().report().repaired();
        }
        work.execute(next);
        return next.report();
    }

    /**
     * One process at a time, and not twice within the interval; at once where profiles of the present fold were never rebuilt, and again soon where
     * whoever rebuilt them died.
     */
    public void startIfDue() {
        boolean isDue = stores.profiles().isRebuilt()
                ? leases.acquire(LEASE, process + "-" + clock.now().toEpochMilli(), interval)
                : leases.acquire(REBUILDING, process, REBUILDER_IS_DEAD);
        if (isDue) {
            start();
        }
    }

    public synchronized Optional<ReconciliationReport> find(String id) {
        return last.stream()
                .filter(each -> each.is(id))
                .map(Reconciliation::report)
                .findFirst();
    }

    /** How many profiles this process had to repair so far. */
    public synchronized long repaired() {
        return repairedBefore
                + last.stream().mapToLong(each -> each.report().repaired()).sum();
    }
}
