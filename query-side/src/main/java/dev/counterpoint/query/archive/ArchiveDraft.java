package dev.counterpoint.query.archive;

import dev.counterpoint.domain.eventlog.StoredEvent;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Consumer;

/** An archive that is being written. What is finished of it outlives the process. */
public interface ArchiveDraft extends AutoCloseable {

    String id();

    Instant cut();

    int parts();

    /** Reads what an earlier process wrote again, and takes for missing what is not whole any more. Takes as long as there is to read. */
    void recheck();

    /** Of the parts that are written. */
    long events();

    /** The parts that are not written yet. */
    SortedSet<Integer> missing();

    /**
     * Writes a part whole; one that fails leaves nothing.
     *
     * @param content hands over the streams, each whole and in order
     */
    ArchivedPart write(int part, Consumer<Consumer<List<StoredEvent>>> content);

    /** @throws IllegalStateException if a part is missing */
    ArchiveManifest finish(Instant at);

    /** Leaves the draft as it is, for another time. */
    @Override
    void close();
}
