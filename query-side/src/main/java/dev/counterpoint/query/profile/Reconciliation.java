package dev.counterpoint.query.profile;

import dev.counterpoint.domain.encryption.ContentErasedException;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.event.UnreadableEventException;
import dev.counterpoint.domain.eventlog.StoredEvent;
import dev.counterpoint.domain.eventlog.StoredStreams.StreamEnd;
import dev.counterpoint.domain.profile.Profile;
import dev.counterpoint.domain.time.PlatformClock;
import dev.counterpoint.query.work.Persistence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Walks through all listeners' streams once and compares with their profiles. A profile that is not there in the present fold version is folded from
 * the stream; so a changed fold is rebuilt beside the old one. One that lags behind events which should have arrived long ago is repaired, and
 * those events are published again for whoever else missed them.
 */
final class Reconciliation implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);
    private static final int READ_AT_ONCE = 500;

    /** Events younger than this may be on their way. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(2);

    private final Reconciled stores;
    private final PlatformClock clock;
    private final Persistence persistence;
    private final String id;
    private final Instant startedAt;
    private volatile int percent;
    private volatile long looked;
    private volatile long rebuilt;
    private volatile long repaired;
    private volatile @Nullable Instant endedAt;
    private volatile @Nullable String failure;

    Reconciliation(Reconciled stores, PlatformClock clock, Persistence persistence, String id) {
        this.stores = stores;
        this.clock = clock;
        this.persistence = persistence;
        this.id = id;
        this.startedAt = clock.now();
    }

    @Override
    public void run() {
        try {
            for (int part = 0; part < stores.streams().parts(); part++) {
                walk(part);
                percent = 100 * (part + 1) / stores.streams().parts();
            }
            stores.profiles().markRebuilt();
            LOG.info("profiles reconciled: listeners={} rebuilt={} repaired={}", looked, rebuilt, repaired);
        } catch (RuntimeException failed) {
            LOG.warn("a reconciliation was given up", failed);
            failure = "the stores could not be read, or not be written, to the end";
        } finally {
            endedAt = clock.now();
        }
    }

    ReconciliationReport report() {
        return new ReconciliationReport(id, startedAt, endedAt, percent, looked, rebuilt, repaired, failure);
    }

    private void walk(int part) {
        for (StreamEnd end : persistence.until(() -> endsOf(part))) {
            if (end.stream().isListener() && (end.atLeast() >= 0 || end.mayGoOn())) {
                persistence.until(() -> reconciled(end));
                looked++;
            }
        }
    }

    private List<StreamEnd> endsOf(int part) {
        List<StreamEnd> ends = new ArrayList<>();
        stores.streams().forEach(part, ends::add);
        return ends;
    }

    private StreamEnd reconciled(StreamEnd end) {
        reconcile(end);
        return end;
    }

    private void reconcile(StreamEnd end) {
        StreamId stream = end.stream();
        if (stores.parking().isParked(stream)) {
            return;
        }
        try {
            Optional<Profile> kept = stores.profiles().find(stream);
            long sequence = kept.map(Profile::sequence).orElse(-1L);
            if (!end.mayGoOn() && sequence >= end.atLeast()) {
                return;
            }
            boolean isMissed = kept.isPresent() && isMissedAndPublished(stream, sequence);
            if (stores.projecting().catchUp(stream)) {
                rebuilt += kept.isPresent() ? 0 : 1;
                repaired += isMissed ? 1 : 0;
            }
        } catch (ContentErasedException erased) {
            LOG.debug("a listener was erased: stream={}", stream, erased);
        }
    }

    /** An event that cannot be read is left to whoever folds it, who parks the listener. */
    private boolean isMissedAndPublished(StreamId stream, long after) {
        try {
            return publishMissed(stream, after);
        } catch (UnreadableEventException broken) {
            LOG.debug("a stream cannot be published again: stream={}", stream, broken);
            return false;
        }
    }

    /** @return whether something should have arrived long ago */
    private boolean publishMissed(StreamId stream, long after) {
        boolean isMissed = false;
        long last = after;
        List<StoredEvent> read;
        do {
            read = stores.log().read(stream, last + 1, READ_AT_ONCE);
            if (read.isEmpty() || !isOverdue(read.get(0))) {
                return isMissed;
            }
            read.forEach(StoredEvent::intactContent);
            stores.publisher().publish(read).toCompletableFuture().join();
            isMissed = true;
            last = read.get(read.size() - 1).sequence();
        } while (read.size() == READ_AT_ONCE);
        return true;
    }

    private boolean isOverdue(StoredEvent event) {
        return event.recordedAt().plus(ON_ITS_WAY).isBefore(clock.now());
    }

    boolean is(String other) {
        return id.equals(other);
    }

    boolean isOver() {
        return endedAt != null;
    }
}
