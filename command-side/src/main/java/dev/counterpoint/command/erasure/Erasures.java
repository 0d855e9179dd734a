package dev.counterpoint.command.erasure;

import dev.counterpoint.domain.event.StreamId;
import java.util.List;
import java.util.Optional;

/** Keeps the reports of erasures. Thread-safe. */
public interface Erasures {

    Optional<ErasureReport> find(StreamId stream);

    void save(ErasureReport report);

    /** Streams whose report is not complete. */
    List<StreamId> open();
}
