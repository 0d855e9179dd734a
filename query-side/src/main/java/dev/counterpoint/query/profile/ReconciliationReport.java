package dev.counterpoint.query.profile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a reconciliation stands.
 *
 * @param percent 0 to 100
 * @param listeners whose profiles were looked at
 * @param rebuilt profiles that were not there in the present fold version
 * @param repaired profiles that lagged behind events which were published again
 * @param failure why it could not be brought to its end; null else
 */
public record ReconciliationReport(
        String id,
        Instant startedAt,
        @Nullable Instant endedAt,
        int percent,
        long listeners,
        long rebuilt,
        long repaired,
        @Nullable String failure) {}
