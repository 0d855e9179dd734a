package dev.counterpoint.query.proof;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a verification of everything stands.
 *
 * @param percent 0 to 100
 * @param checkpointsAreKept whether this platform makes checkpoints: without them a tail that was cut off does not show
 * @param faults the first of each chain, some hundred at most
 * @param failure why it could not be brought to its end; null else
 */
public record VerificationReport(
        String id,
        Instant startedAt,
        @Nullable Instant endedAt,
        int percent,
        boolean checkpointsAreKept,
        long streams,
        long events,
        long erasedStreams,
        long decisions,
        long checkpoints,
        long archives,
        List<Fault> faults,
        @Nullable String failure) {}
