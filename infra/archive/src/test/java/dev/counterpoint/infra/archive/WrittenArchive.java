package dev.counterpoint.infra.archive;

import dev.counterpoint.domain.eventlog.InMemoryEventLog;
import dev.counterpoint.domain.eventlog.StoredStreams;
import dev.counterpoint.query.archive.ArchiveDraft;
import dev.counterpoint.query.archive.ArchiveManifest;
import java.nio.file.Path;
import java.time.Instant;

/** An archive of everything that a log has. */
final class WrittenArchive {
    private static final Instant LATE = Instant.parse("2100-01-01T00:00:00Z");

    private final ArchiveFolder archives;
    private final ArchiveManifest manifest;

    WrittenArchive(Path folder, InMemoryEventLog log) {
        archives = new ArchiveFolder(folder);
        try (ArchiveDraft draft = archives.resumeOrBegin("archive-1", LATE, log.parts())) {
            for (int part : draft.missing()) {
                draft.write(part, sink -> log.walk(part, (stream, events) -> sink.accept(events)));
            }
            manifest = draft.finish(LATE);
        }
    }

    ArchiveManifest manifest() {
        return manifest;
    }

    ArchiveFolder archives() {
        return archives;
    }

    StoredStreams open() {
        return archives.open(manifest);
    }
}
