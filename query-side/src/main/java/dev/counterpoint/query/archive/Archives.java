package dev.counterpoint.query.archive;

import dev.counterpoint.domain.eventlog.StoredStreams;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Where archives are kept. Thread-safe. */
public interface Archives {

    /** Those that are finished, newest first. */
    List<ArchiveManifest> finished();

    /**
     * Goes on with the draft that was not finished, or begins one with the given properties.
     *
     * @throws ArchiveInUseException if another process writes here
     */
    ArchiveDraft resumeOrBegin(String id, Instant cut, int parts);

    /** The streams of a finished archive, whose parts are those of the store. */
    StoredStreams open(ArchiveManifest manifest);

    /** Compares the files of an archive with its manifest, and hands over what differs. */
    void verify(ArchiveManifest manifest, Consumer<String> faults);
}
