package dev.counterpoint.contracts.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.query.profile.Parked;
import dev.counterpoint.query.profile.ParkedListeners;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every keeper of parked listeners promises. */
public abstract class ParkedListenersContract {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.000001Z");

    private ParkedListeners listeners;
    private final StreamId stream = StreamId.ofListener(UUID.randomUUID().toString());

    /** The keeper under test; it may hold listeners of other tests. */
    protected abstract ParkedListeners listeners();

    @BeforeEach
    void open() {
        listeners = listeners();
    }

    @Test
    void a_parked_listener_is_found_until_released_at_the_newest_place() {
        Parked first = new Parked(stream, 3, UUID.randomUUID(), "the event cannot be read", NOON);
        Parked second = new Parked(stream, 5, UUID.randomUUID(), "the event cannot be folded", NOON.plusSeconds(1));
        listeners.park(first);
        assertThat(listeners.all()).contains(first);
        listeners.park(second);
        assertThat(listeners.all()).contains(second).doesNotContain(first);

        listeners.release(stream);
        listeners.release(stream);
        assertThat(listeners.all()).doesNotContain(second);
    }

    @Test
    void a_skipped_event_is_skipped_for_ever() {
        Parked parked = new Parked(stream, 3, UUID.randomUUID(), "the event cannot be read", NOON);
        listeners.park(parked);
        listeners.skip(parked);
        listeners.release(stream);

        assertThat(listeners.skipped()).contains(parked.eventId());
    }
}
