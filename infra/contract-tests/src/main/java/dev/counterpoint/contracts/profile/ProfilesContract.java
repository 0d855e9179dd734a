package dev.counterpoint.contracts.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.catalog.CardFacts;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.listener.InteractionId;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import dev.counterpoint.domain.profile.Profile;
import dev.counterpoint.query.profile.Profiles;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every keeper of profiles promises. */
public abstract class ProfilesContract {
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private Profiles profiles;
    private StreamId stream;

    /** The keeper under test; it may hold profiles of other tests. */
    protected abstract Profiles profiles();

    @BeforeEach
    void takeAFreshStream() {
        profiles = profiles();
        stream = StreamId.ofListener(UUID.randomUUID().toString());
    }

    @Test
    void a_stream_that_was_never_saved_has_none() {
        assertThat(profiles.find(stream)).isEmpty();
    }

    @Test
    void a_profile_comes_back_as_it_was() {
        save(profileAfter(7));

        assertThat(profiles.find(stream)).contains(profileAfter(7));
    }

    @Test
    void the_highest_sequence_is_found_in_whatever_order_profiles_are_saved() {
        for (List<Integer> order : List.of(List.of(1, 2, 3), List.of(3, 2, 1), List.of(2, 3, 3, 1))) {
            stream = StreamId.ofListener(UUID.randomUUID().toString());
            order.forEach(events -> save(profileAfter(events)));

            assertThat(profiles.find(stream)).as("saved as %s", order).contains(profileAfter(3));
        }
    }

    @Test
    void streams_do_not_see_each_other() {
        save(profileAfter(2));

        assertThat(profiles.find(StreamId.ofListener(UUID.randomUUID().toString())))
                .isEmpty();
    }

    @Test
    void a_forgotten_profile_is_gone_and_stays_away() {
        save(profileAfter(2));
        profiles.forget(stream);
        assertThat(profiles.find(stream)).isEmpty();

        save(profileAfter(3));
        assertThat(profiles.find(stream)).isEmpty();
    }

    private void save(Profile profile) {
        profiles.save(stream, profile).toCompletableFuture().join();
    }

    private Profile profileAfter(int events) {
        return profileOf(stream, events);
    }

    /** Of a stream of so many plays. */
    protected static Profile profileOf(StreamId stream, int events) {
        Profile profile = Profile.empty();
        for (int i = 0; i < events; i++) {
            CardFacts card =
                    new CardFacts(new CardId("card-" + i), CardKind.TRACK, List.of("by-" + i), List.of("jazz", "élan"));
            Instant at = START.plusSeconds(i);
            profile = profile.apply(new RecordedEvent(
                    stream,
                    i,
                    new UUID(0, i),
                    at,
                    new InteractionRecorded(new InteractionId("i" + i), InteractionType.PLAY, card, at, null, null),
                    Map.of()));
        }
        return profile;
    }
}
