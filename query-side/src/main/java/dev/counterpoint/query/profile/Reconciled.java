package dev.counterpoint.query.profile;

import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.domain.eventlog.EventPublisher;
import dev.counterpoint.domain.eventlog.StoredStreams;

/**
 * What is compared with each other, and who mends it.
 *
 * @param projecting folds what is missing
 * @param publisher hands on what did not arrive
 */
public record Reconciled(
        StoredStreams streams,
        Profiles profiles,
        ProjectingProfiles projecting,
        Parking parking,
        EventLog log,
        EventPublisher publisher) {}
