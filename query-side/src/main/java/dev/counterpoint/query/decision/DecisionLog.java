package dev.counterpoint.query.decision;

import dev.counterpoint.domain.decision.DecisionChain;
import dev.counterpoint.domain.decision.DecisionContents.Stored;
import dev.counterpoint.domain.decision.DecisionId;
import dev.counterpoint.domain.decision.DecisionIds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes decisions in groups, one hash chain per process: a group is sent after the one before it is acknowledged, so whatever arrives
 * meanwhile shares the next write. A group that stays unwritten is tried again, then given up as void: its waiters fail with
 * {@link DecisionNotLoggedException}, and the chain goes on over it. Thread-safe.
 */
public final class DecisionLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DecisionLog.class);
    private static final int MAX_GROUP = 64;
    private static final int WRITES = 2;

    private final DecisionGroups groups;
    private final DecisionIds ids;
    private final Duration patience;
    private final Consumer<DecisionGroup> afterwards;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Thread writer;
    private final long epoch;
    private byte[] head;
    private long nextGroup;
    private volatile boolean open = true;

    /**
     * Takes an epoch and starts to write.
     *
     * @param patience how long one write may take before it is tried again or given up
     * @param afterwards is given each group that became durable, on the writing thread: it must not block
     */
    public DecisionLog(DecisionGroups groups, DecisionIds ids, Duration patience, Consumer<DecisionGroup> afterwards) {
        this.groups = groups;
        this.ids = ids;
        this.patience = patience;
        this.afterwards = afterwards;
        this.epoch = groups.newEpoch();
        this.head = DecisionChain.start(epoch);
        this.writer = new Thread(this::writeUntilClosed, "decision-log");
        writer.setDaemon(true);
        writer.start();
    }

    /**
     * Appends a decision.
     *
     * @return done when the decision is durable; fails with {@link DecisionNotLoggedException} if it never will be
     */
    public CompletionStage<LoggedDecision> append(DecisionDraft draft) {
        Waiting waiting = new Waiting(draft, new CompletableFuture<>());
        queue.add(waiting);
        if (!open) {
            failAll(drain(queue.poll()));
        }
        return waiting.answer;
    }

    /** Writes what waits, then stops; what is appended later fails. */
    @Override
    public void close() {
        open = false;
        try {
            writer.join(patience.multipliedBy(WRITES + 1L).toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        failAll(drain(queue.poll()));
    }

    private void writeUntilClosed() {
        while (open || !queue.isEmpty()) {
            try {
                Waiting first = queue.poll(50, TimeUnit.MILLISECONDS);
                if (first != null) {
                    commit(drain(first));
                }
            } catch (InterruptedException interrupted) {
                open = false;
            }
        }
    }

    private List<Waiting> drain(@Nullable Waiting first) {
        List<Waiting> together = new ArrayList<>();
        if (first != null) {
            together.add(first);
            queue.drainTo(together, MAX_GROUP - 1);
        }
        return together;
    }

    private void commit(List<Waiting> together) throws InterruptedException {
        long number = nextGroup++;
        List<Waiting> encoded = new ArrayList<>();
        List<LoggedDecision> entries = new ArrayList<>();
        byte[] link = head;
        for (Waiting waiting : together) {
            try {
                LoggedDecision entry = entryOf(waiting.draft, number, entries.size(), link);
                entries.add(entry);
                encoded.add(waiting);
                link = entry.hash();
            } catch (RuntimeException broken) {
                waiting.answer.completeExceptionally(broken);
            }
        }
        if (!entries.isEmpty()) {
            settle(new DecisionGroup(epoch, number, head, entries), encoded, link);
        }
    }

    private LoggedDecision entryOf(DecisionDraft draft, long group, int slot, byte[] previous) {
        DecisionId id = ids.idOf(epoch, group, slot, draft.servedAt());
        Stored record = draft.encode().apply(id);
        byte[] hash = DecisionChain.link(epoch, group, slot, id, record.bytes(), previous);
        return new LoggedDecision(
                id,
                new LogPosition(epoch, group, slot),
                draft.stream(),
                draft.servedAt(),
                draft.request(),
                record,
                hash);
    }

    private void settle(DecisionGroup group, List<Waiting> waiting, byte[] link) throws InterruptedException {
        if (isWritten(group)) {
            head = link;
            afterwards.accept(group);
            for (int i = 0; i < waiting.size(); i++) {
                waiting.get(i).answer.complete(group.entries().get(i));
            }
        } else {
            giveUp(group);
            failAll(waiting);
        }
    }

    private boolean isWritten(DecisionGroup group) throws InterruptedException {
        for (int attempt = 1; attempt <= WRITES; attempt++) {
            if (succeeds(groups.write(group), "group=" + group.group() + " attempt=" + attempt)) {
                return true;
            }
        }
        return false;
    }

    /** Until the void is durable nothing else is written: a chain with a hole would not verify. */
    private void giveUp(DecisionGroup group) throws InterruptedException {
        byte[] link = DecisionChain.voidLink(epoch, group.group(), group.previousHash());
        while (!succeeds(groups.writeVoid(epoch, group.group(), link), "void group=" + group.group())) {
            failAll(drain(queue.poll(patience.toMillis(), TimeUnit.MILLISECONDS)));
            if (!open) {
                return;
            }
        }
        head = link;
    }

    private boolean succeeds(CompletionStage<Void> write, String what) throws InterruptedException {
        try {
            write.toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException failed) {
            LOG.warn("decision log not written epoch={} {}", epoch, what, failed);
            return false;
        }
    }

    private static void failAll(List<Waiting> waiting) {
        waiting.forEach(each -> each.answer.completeExceptionally(new DecisionNotLoggedException()));
    }

    private record Waiting(DecisionDraft draft, CompletableFuture<LoggedDecision> answer) {}
}
