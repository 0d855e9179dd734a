package dev.counterpoint.query.archive;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.domain.eventlog.StoredEvent;
import dev.counterpoint.domain.eventlog.StoredStreams;
import dev.counterpoint.domain.eventlog.StreamCheck;
import dev.counterpoint.domain.time.PlatformClock;
import dev.counterpoint.query.work.Persistence;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one archive: walks through the store part by part, proves each stream, and leaves out what was recorded after the cut. A stream that
 * does not prove itself is read again by key before the archive is given up.
 */
final class Archiving implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Archiving.class);

    private final ArchiveDraft draft;
    private final StoredStreams streams;
    private final EventLog log;
    private final PlatformClock clock;
    private final Persistence persistence;
    private volatile ArchiveProgress progress;

    Archiving(ArchiveDraft draft, StoredStreams streams, EventLog log, PlatformClock clock, Persistence persistence) {
        this.draft = draft;
        this.streams = streams;
        this.log = log;
        this.clock = clock;
        this.persistence = persistence;
        this.progress = progress(null, null);
    }

    @Override
    public void run() {
        try (draft) {
            draft.recheck();
            for (int part : List.copyOf(draft.missing())) {
                persistence.until(() -> draft.write(part, sink -> walk(part, sink)));
                progress = progress(null, null);
            }
            progress = progress(draft.finish(clock.now()), null);
        } catch (BrokenStreamException broken) {
            LOG.error("archive={} was given up: {}", draft.id(), broken.getMessage());
            progress = progress(null, broken.getMessage());
        } catch (RuntimeException failed) {
            LOG.warn("archive={} was given up", draft.id(), failed);
            progress = progress(null, "the store could not be read, or the archive not be written, to the end");
        }
    }

    ArchiveProgress progress() {
        return progress;
    }

    private ArchiveProgress progress(@Nullable ArchiveManifest finished, @Nullable String failure) {
        if (finished != null) {
            return ArchiveProgress.of(finished);
        }
        int written = draft.parts() - draft.missing().size();
        // All parts and no manifest is not the end yet.
        int percent = Math.min(99, 100 * written / draft.parts());
        return new ArchiveProgress(draft.id(), draft.cut(), percent, draft.events(), null, failure);
    }

    private void walk(int part, Consumer<List<StoredEvent>> sink) {
        streams.walk(part, (stream, all) -> {
            List<StoredEvent> settled = settled(proven(stream, all));
            if (!settled.isEmpty()) {
                sink.accept(settled);
            }
        });
    }

    private List<StoredEvent> proven(StreamId stream, List<StoredEvent> scanned) {
        if (StreamCheck.firstFault(stream, scanned) < 0) {
            return scanned;
        }
        List<StoredEvent> read = log.read(stream, 0, Integer.MAX_VALUE);
        long fault = StreamCheck.firstFault(stream, read);
        if (fault >= 0) {
            throw new BrokenStreamException(stream, fault);
        }
        return read;
    }

    /** Time never runs backwards within a stream. */
    private List<StoredEvent> settled(List<StoredEvent> events) {
        int end = events.size();
        while (end > 0 && !events.get(end - 1).recordedAt().isBefore(draft.cut())) {
            end--;
        }
        return events.subList(0, end);
    }
}
