package dev.counterpoint.command.erasure;

import dev.counterpoint.domain.encryption.ContentErasedException;
import dev.counterpoint.domain.encryption.ContentKeys;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.domain.eventlog.StoredEvent;
import dev.counterpoint.domain.eventlog.StreamHead;
import dev.counterpoint.domain.lease.Leases;
import dev.counterpoint.domain.listener.ListenerId;
import dev.counterpoint.domain.listener.Pseudonyms;
import dev.counterpoint.domain.model.EmbeddingsCard;
import dev.counterpoint.domain.model.FollowedRegistry;
import dev.counterpoint.domain.model.ModelCard;
import dev.counterpoint.domain.model.ModelRegistry;
import dev.counterpoint.domain.model.TrainingRequest;
import dev.counterpoint.domain.refusal.Refusal.Reason;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import dev.counterpoint.domain.time.PlatformClock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases listeners. A request is noted in the ledger, the stream is sealed and the key destroyed before it is answered: from then on nobody can read
 * what was known. What is left of rows is purged behind it, by one process at a time; when nothing can come late any more it is purged once again,
 * and the report is complete. Whatever the ledger names is found sealed and without a key, or erased again. Thread-safe.
 */
public final class Erasing {
    private static final Logger LOG = LoggerFactory.getLogger(Erasing.class);
    private static final String LEASE = "erasures";
    private static final String SEALED = "stream-sealed";
    private static final String KEY_DESTROYED = "key-destroyed";

    private final Pseudonyms pseudonyms;
    private final EventLog log;
    private final ContentKeys keys;
    private final List<PersonalStore> stores;
    private final Consumer<StreamId> memory;
    private final Erasures erasures;
    private final ErasureLedger ledger;
    private final FollowedRegistry models;
    private final Leases leases;
    private final ErasureSettings settings;
    private final PlatformClock clock;
    private final LongSupplier nanoTime;
    private final String holder;
    private final Map<StreamId, ErasureNote> toVerify = new ConcurrentHashMap<>();
    private final Map<StreamId, Long> purgedAt = new HashMap<>();

    /**
     * @param stores all that keep rows of listeners, but for the keys; the events are among them
     * @param memory drops what this process has in memory of a listener
     * @param nanoTime as {@link System#nanoTime()}
     * @param holder names this process
     */
    public Erasing(
            Pseudonyms pseudonyms,
            EventLog log,
            ContentKeys keys,
            List<PersonalStore> stores,
            Consumer<StreamId> memory,
            Erasures erasures,
            ErasureLedger ledger,
            FollowedRegistry models,
            Leases leases,
            ErasureSettings settings,
            PlatformClock clock,
            LongSupplier nanoTime,
            String holder) {
        this.pseudonyms = pseudonyms;
        this.log = log;
        this.keys = keys;
        this.stores = List.copyOf(stores);
        this.memory = memory;
        this.erasures = erasures;
        this.ledger = ledger;
        this.models = models;
        this.leases = leases;
        this.settings = settings;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.holder = holder;
    }

    /**
     * Erases a listener, or says how their erasure stands. When this returns the listener's content cannot be read any more.
     *
     * @throws RequestRefusedException if nothing was ever recorded of the listener
     */
    public ErasureReport erase(ListenerId listener) {
        StreamId stream = pseudonyms.of(listener);
        StreamHead head = log.head(stream);
        if (head.sequence() < 0 && !head.sealed()) {
            throw RequestRefusedException.of(Reason.NO_SUCH_LISTENER, "nothing was ever recorded of this listener");
        }
        return erasures.find(stream).orElseGet(() -> begin(new ErasureNote(stream, clock.now())));
    }

    private ErasureReport begin(ErasureNote note) {
        ledger.note(note);
        ErasureReport report = closed(ErasureReport.requested(note));
        erasures.save(report);
        return report;
    }

    /** @throws RequestRefusedException if the listener is not erased, and will not be */
    public ErasureReport reportOf(ListenerId listener) {
        return erasures.find(pseudonyms.of(listener))
                .orElseThrow(() -> RequestRefusedException.of(
                        Reason.NO_SUCH_ERASURE, "the erasure of this listener was never requested"));
    }

    /** Takes notice of what others noted: to be called by every process, every second or so. */
    public void follow() {
        for (ErasureNote note : ledger.newNotes()) {
            toVerify.put(note.stream(), note);
            keys.forget(note.stream());
            memory.accept(note.stream());
        }
    }

    /** Takes notice of all there is: to be called before anything is answered, or an old backup would bring people back for a while. */
    public void catchUp() {
        while (ledger.isBehind()) {
            follow();
        }
    }

    /** Goes on with what is left to do, if no other process does. For one thread. */
    public void work() {
        if (!leases.acquire(LEASE, holder, settings.lease())) {
            purgedAt.clear();
            return;
        }
        toVerify.values().forEach(this::verify);
        List<StreamId> open = erasures.open();
        purgedAt.keySet().retainAll(open);
        open.forEach(this::goOnOrLater);
    }

    /** That it stands as the ledger has it: an old backup would have brought stream and key back. */
    private void verify(ErasureNote note) {
        StreamId stream = note.stream();
        ErasureReport report = erasures.find(stream).orElse(null);
        if (report == null || report.isComplete() && !isErased(stream)) {
            LOG.warn("erasing what the ledger names: stream={}", stream);
            erasures.save(report == null ? ErasureReport.requested(note) : report.reopened());
        }
        toVerify.remove(stream);
    }

    private boolean isErased(StreamId stream) {
        return log.head(stream).sealed() && log.read(stream, 0, 1).isEmpty() && isDestroyed(stream);
    }

    private boolean isDestroyed(StreamId stream) {
        try {
            keys.forget(stream);
            keys.toRead(stream);
            return false;
        } catch (ContentErasedException destroyed) {
            return true;
        }
    }

    /** One that fails does not keep the others waiting. */
    private void goOnOrLater(StreamId stream) {
        try {
            goOn(stream);
        } catch (RuntimeException failed) {
            LOG.warn("an erasure goes on later: stream={}", stream, failed);
        }
    }

    private void goOn(StreamId stream) {
        ErasureReport report = erasures.find(stream).orElse(null);
        if (report == null) {
            return;
        }
        Long purged = purgedAt.get(stream);
        if (purged == null) {
            erasures.save(purged(closed(report)));
            purgedAt.put(stream, nanoTime.getAsLong());
        } else if (nanoTime.getAsLong() - purged >= settings.settles().toNanos()) {
            erasures.save(purged(report).naming(modelsOf(report)).completed(clock.now()));
            purgedAt.remove(stream);
            LOG.info("erased: stream={}", stream);
        }
    }

    /** Nothing more is recorded, and nobody reads what was. */
    private ErasureReport closed(ErasureReport report) {
        StreamId stream = report.stream();
        log.seal(stream);
        ErasureReport sealed = spanOf(report).with(SEALED, clock.now());
        keys.destroy(stream);
        memory.accept(stream);
        ErasureReport closed = sealed.with(KEY_DESTROYED, clock.now());
        return closed.naming(modelsOf(closed));
    }

    private ErasureReport purged(ErasureReport report) {
        ErasureReport purged = report;
        for (PersonalStore store : stores) {
            store.purge().accept(report.stream());
            purged = purged.with(store.name() + "-purged", clock.now());
        }
        return purged;
    }

    /** From the envelopes of its events, while they are there. */
    private ErasureReport spanOf(ErasureReport report) {
        List<StoredEvent> first = log.read(report.stream(), 0, 1);
        if (first.isEmpty()) {
            return report;
        }
        return report.spanning(
                first.get(0).recordedAt(), log.head(report.stream()).recordedAt());
    }

    private List<String> modelsOf(ErasureReport report) {
        Instant first = report.firstRecordedAt();
        Instant last = report.lastRecordedAt();
        if (first == null || last == null) {
            return List.of();
        }
        ModelRegistry registry = models.follow();
        Stream<String> learned = registry.models().stream()
                .map(ModelRegistry.Registered::card)
                .filter(card -> overlaps(card.lineage().request(), first, last))
                .map(ModelCard::modelId);
        Stream<String> embeddings = registry.embeddings().stream()
                .map(ModelRegistry.LearnedEmbeddings::card)
                .filter(card -> overlaps(card.lineage().request(), first, last))
                .map(EmbeddingsCard::version);
        return Stream.concat(learned, embeddings).toList();
    }

    private static boolean overlaps(TrainingRequest request, Instant first, Instant last) {
        return request.from().compareTo(last) <= 0 && first.isBefore(request.to());
    }
}
