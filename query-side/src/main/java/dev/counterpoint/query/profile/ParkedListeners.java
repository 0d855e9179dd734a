package dev.counterpoint.query.profile;

import dev.counterpoint.domain.event.StreamId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Keeps who is parked, and which events were passed over, for all processes. Few of both. Thread-safe. */
public interface ParkedListeners {

    /** Parks a listener; one who is parked already stands where the new one says. */
    void park(Parked parked);

    List<Parked> all();

    void release(StreamId stream);

    /** Has the event at which a listener is parked passed over, for ever, by all readers. */
    void skip(Parked parked);

    /** All events that were passed over. */
    Set<UUID> skipped();
}
