package dev.counterpoint.query.profile;

import static dev.counterpoint.query.SmallPlatform.listener;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.domain.encryption.ContentErasedException;
import dev.counterpoint.domain.event.EventBatch;
import dev.counterpoint.domain.event.EventHistory;
import dev.counterpoint.domain.event.EventSkipped;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.SkippedEvents;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.event.UnreadableEventException;
import dev.counterpoint.domain.profile.Profile;
import dev.counterpoint.domain.refusal.StoreUnavailableException;
import dev.counterpoint.query.SmallPlatform;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ParkingTest {
    private static final StreamId ANNA = listener("anna");
    private static final StreamId BERT = listener("bert");
    private static final int POISON = 5;

    private final SmallPlatform platform = new SmallPlatform();
    private final SkippedEvents skipped = new SkippedEvents();
    private final PoisonedHistory history = new PoisonedHistory();
    private final InMemoryProfiles profiles = new InMemoryProfiles();
    private final InMemoryParkedListeners listeners = new InMemoryParkedListeners();
    private final Parking parking = new Parking(listeners, history, skipped, platform.clock);
    private final ProjectingProfiles projecting = new ProjectingProfiles(profiles, history, parking, 1_000_000);

    @BeforeEach
    void play() {
        platform.playSome(ANNA, 9);
        platform.playSome(BERT, 4);
        projecting.accept(batch(all(ANNA).subList(0, 3)));
    }

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void a_poisoned_listener_is_parked_at_the_event_and_the_others_go_on() {
        List<RecordedEvent> mixed = new ArrayList<>(List.of(all(ANNA).get(8)));
        mixed.addAll(all(BERT));

        projecting.accept(batch(mixed));

        assertThat(profiles.find(BERT)).contains(Profile.empty().applyAll(all(BERT)));
        assertThat(listeners.all()).singleElement().satisfies(parked -> {
            assertThat(parked.stream()).isEqualTo(ANNA);
            assertThat(parked.sequence()).isEqualTo(POISON);
            assertThat(parked.eventId()).isEqualTo(all(ANNA).get(POISON).eventId());
            assertThat(parked.reason()).isEqualTo("the event cannot be read");
        });
        assertThat(profiles.find(ANNA).orElseThrow().sequence()).isEqualTo(2);
    }

    @Test
    void a_parked_listener_is_left_alone_also_after_a_restart() {
        park();
        int reads = history.reads;
        Parking ofANewProcess = new Parking(listeners, history, skipped, platform.clock);
        ofANewProcess.follow();
        new ProjectingProfiles(profiles, history, ofANewProcess, 1_000_000)
                .accept(batch(all(ANNA).subList(8, 9)));

        assertThat(history.reads).isEqualTo(reads);
        assertThat(ofANewProcess.isParked(ANNA)).isTrue();
    }

    @Test
    void a_retry_parks_again_while_the_event_is_broken_and_releases_once_it_is_mended() {
        park();
        assertThat(projecting.retry(ANNA)).isFalse();
        assertThat(parking.isParked(ANNA)).isTrue();

        history.poisoned = false;

        assertThat(projecting.retry(ANNA)).isTrue();
        assertThat(listeners.all()).isEmpty();
        assertThat(profiles.find(ANNA)).contains(Profile.empty().applyAll(all(ANNA)));
    }

    @Test
    void a_skipped_event_counts_for_nothing_and_everything_behind_it_does() {
        park();

        assertThat(projecting.skip(parking.find(ANNA).orElseThrow())).isTrue();

        Profile profile = profiles.find(ANNA).orElseThrow();
        List<RecordedEvent> without = new ArrayList<>(all(ANNA));
        without.set(POISON, placeholder(all(ANNA).get(POISON)));
        assertThat(profile).isEqualTo(Profile.empty().applyAll(without));
        assertThat(profile.sequence()).isEqualTo(all(ANNA).size() - 1);
        assertThat(listeners.all()).isEmpty();
        assertThat(listeners.skipped()).containsExactly(all(ANNA).get(POISON).eventId());
    }

    @Test
    void a_retry_while_the_store_is_away_says_so_and_changes_nothing() {
        park();
        Parked before = parking.find(ANNA).orElseThrow();
        platform.history.setReachable(false);

        assertThatThrownBy(() -> projecting.retry(ANNA)).isInstanceOf(StoreUnavailableException.class);
        assertThat(listeners.all()).containsExactly(before);
    }

    @Test
    void a_parked_listener_who_was_erased_is_parked_no_more() {
        park();
        history.erased = true;

        assertThat(projecting.retry(ANNA)).isTrue();
        assertThat(listeners.all()).isEmpty();
    }

    private void park() {
        projecting.accept(batch(all(ANNA).subList(8, 9)));
        assertThat(parking.isParked(ANNA)).isTrue();
    }

    private List<RecordedEvent> all(StreamId stream) {
        return platform.history.all(stream);
    }

    private static EventBatch batch(List<RecordedEvent> events) {
        return new EventBatch(0, 0, events.size(), events);
    }

    private static RecordedEvent placeholder(RecordedEvent of) {
        return new RecordedEvent(
                of.stream(), of.sequence(), of.eventId(), of.recordedAt(), new EventSkipped(), of.metadata());
    }

    /** Cannot decode one event of Anna's, as a log with a broken payload. */
    private final class PoisonedHistory implements EventHistory {
        private boolean poisoned = true;
        private boolean erased;
        private int reads;

        @Override
        public List<RecordedEvent> after(StreamId stream, long afterSequence, int limit) {
            reads++;
            if (erased) {
                throw new ContentErasedException(stream);
            }
            return platform.history.after(stream, afterSequence, limit).stream()
                    .map(this::read)
                    .toList();
        }

        private RecordedEvent read(RecordedEvent event) {
            if (!event.stream().equals(ANNA) || event.sequence() != POISON || !poisoned) {
                return event;
            }
            if (skipped.contains(event.eventId())) {
                return placeholder(event);
            }
            throw UnreadableEventException.at(
                    ANNA, POISON, event.eventId(), new UnreadableEventException("broken by the test", null));
        }

        @Override
        public long head(StreamId stream) {
            return platform.history.head(stream);
        }
    }
}
