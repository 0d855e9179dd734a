package dev.counterpoint.query.proof;

import dev.counterpoint.domain.eventlog.StreamHead;
import dev.counterpoint.domain.proof.Checkpoints.Sighting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of verifying a stream.
 *
 * @param events how many were hashed again
 * @param erased whether the events are gone for good, so that only the head is there
 * @param newest the last checkpoint that saw the stream; null if none did
 * @param faults none if all is as it was written
 */
public record StreamProof(
        long events,
        StreamHead head,
        boolean erased,
        @Nullable Sighting newest,
        List<Fault> faults) {}
