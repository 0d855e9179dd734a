package dev.counterpoint.query.archive;

import dev.counterpoint.domain.eventlog.StoredStreams;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Where archives are kept. Thread-safe. */
public interface Archives {

    /** Those that are finished, newest first. */
    List<ArchiveManifest> finished();

    /** The names of those that nobody can read any more, because their manifests are missing, damaged or of another archive. */
    List<String> unreadable();

    /**
     * Goes on with the draft that was not finished, or begins one with the given properties.
     *
     * @throws ArchiveInUseException if another process writes here
     * @throws ArchiveUnwritableException if nobody can
     */
    ArchiveDraft resumeOrBegin(String id, Instant cut, int parts);

    /** The streams of a finished archive, whose parts are those of the store; walking fails with {@link UnreadableArchiveException}. */
    StoredStreams open(ArchiveManifest manifest);

    /** Compares the files of an archive with its manifest, and hands over what differs. */
    void verify(ArchiveManifest manifest, Consumer<String> faults);
}
