package dev.counterpoint.domain.event;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** The events that operators had passed over, as this process knows them. All readers pass over the same. Thread-safe. */
public final class SkippedEvents {
    private volatile Set<UUID> events = Set.of();

    public boolean contains(UUID eventId) {
        return events.contains(eventId);
    }

    /** Takes notice of all there are. */
    public void are(Collection<UUID> eventIds) {
        events = Set.copyOf(eventIds);
    }
}
