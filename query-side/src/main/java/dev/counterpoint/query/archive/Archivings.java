package dev.counterpoint.query.archive;

import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.domain.eventlog.StoredStreams;
import dev.counterpoint.domain.time.PlatformClock;
import dev.counterpoint.query.work.Persistence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** Writes archives when it is asked to, one at a time. Thread-safe. */
public final class Archivings {
    /** What was recorded so lately may have events beside it that are still on their way. */
    private static final Duration SETTLED = Duration.ofSeconds(10);

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

    private final Archives archives;
    private final StoredStreams streams;
    private final EventLog log;
    private final PlatformClock clock;
    private final ExecutorService work;
    private @Nullable Archiving last;

    /** @param work writes archives; its owner ends it */
    public Archivings(
            Archives archives, StoredStreams streams, EventLog log, PlatformClock clock, ExecutorService work) {
        this.archives = archives;
        this.streams = streams;
        this.log = log;
        this.clock = clock;
        this.work = work;
    }

    /**
     * Begins an archive, goes on with one that was not finished, or joins the one that is being written.
     *
     * @throws ArchiveInUseException if another process writes one
     */
    public synchronized ArchiveProgress start() {
        if (last != null && last.progress().isRunning()) {
            return last.progress();
        }
        Instant now = clock.now();
        ArchiveDraft draft =
                archives.resumeOrBegin("archive-" + now.toEpochMilli(), now.minus(SETTLED), streams.parts());
        last = new Archiving(draft, streams, log, clock, Persistence.pausing(BETWEEN_TRIES));
        work.execute(last);
        return last.progress();
    }

    /** The one that is being written or was given up last, then those that are finished, newest first. */
    public synchronized List<ArchiveProgress> all() {
        List<ArchiveProgress> all = new ArrayList<>();
        if (last != null && last.progress().manifest() == null) {
            all.add(last.progress());
        }
        archives.finished().forEach(manifest -> all.add(ArchiveProgress.of(manifest)));
        return all;
    }

    public Optional<ArchiveProgress> find(String id) {
        return all().stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
