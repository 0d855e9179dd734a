package dev.counterpoint.query.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.profile.Profile;
import dev.counterpoint.domain.refusal.StoreUnavailableException;
import dev.counterpoint.query.InMemoryHistory;
import dev.counterpoint.query.SmallPlatform;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KnownProfilesTest {
    private static final int EVENTS = 1_203;

    private final SmallPlatform platform = new SmallPlatform();
    private final InMemoryHistory history = platform.history;
    private final StreamId ann = SmallPlatform.listener("ann");
    private final InMemoryProfiles projected = new InMemoryProfiles();
    private final ExecutorService aside = Executors.newSingleThreadExecutor();
    private final CurrentProfiles current = new CurrentProfiles(projected, history, 1_000_000, aside);
    private final PastProfiles past = new PastProfiles(history);

    @BeforeEach
    void live() {
        platform.playSome(ann, EVENTS);
    }

    @AfterEach
    void close() {
        platform.close();
        aside.shutdownNow();
    }

    @Test
    void now_is_the_whole_stream_whatever_was_projected() {
        Profile whole = folded(EVENTS);
        assertThat(current.of(ann)).isEqualTo(whole);

        projected.save(ann, folded(700)).toCompletableFuture().join();
        assertThat(new CurrentProfiles(projected, history, 1_000_000, aside).of(ann))
                .isEqualTo(whole);
    }

    @Test
    void a_profile_that_is_projected_whole_needs_no_events() {
        projected.save(ann, folded(EVENTS)).toCompletableFuture().join();
        int before = history.reads();

        assertThat(current.of(ann)).isEqualTo(folded(EVENTS));
        assertThat(history.reads() - before).isEqualTo(1);
    }

    @Test
    void a_second_look_reads_only_what_came_since() {
        current.of(ann);
        int before = history.reads();
        platform.playSome(ann, 2);

        assertThat(current.of(ann).sequence()).isEqualTo(EVENTS + 1);
        assertThat(history.reads() - before).isEqualTo(1);
    }

    @Test
    void nobody_is_empty() {
        assertThat(current.of(SmallPlatform.listener("nobody"))).isEqualTo(Profile.empty());
        assertThat(past.atSequence(SmallPlatform.listener("nobody"), -1)).isEqualTo(Profile.empty());
    }

    @Test
    void the_past_is_the_fold_up_to_a_sequence_in_whatever_order_it_is_asked_for() {
        for (int sequence : new int[] {499, 500, 3, -1, 1_202, 1_202, 0, 501}) {
            assertThat(past.atSequence(ann, sequence)).as("at %s", sequence).isEqualTo(folded(sequence + 1));
        }
        assertThatThrownBy(() -> past.atSequence(ann, EVENTS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ends at 1202");
    }

    @Test
    void the_past_at_an_instant_has_what_was_recorded_until_then() {
        Instant third = history.after(ann, 1, 1).get(0).recordedAt();

        assertThat(past.at(ann, third).sequence()).isEqualTo(2);
        assertThat(past.at(ann, third.minusNanos(1_000)).sequence()).isEqualTo(1);
        assertThat(past.at(ann, third.minus(Duration.ofDays(99)))).isEqualTo(Profile.empty());
        assertThat(past.at(ann, third.plus(Duration.ofDays(99)))).isEqualTo(folded(EVENTS));
    }

    @Test
    void a_store_that_does_not_answer_is_said() {
        history.setReachable(false);

        assertThatThrownBy(() -> current.of(ann)).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void an_older_profile_never_replaces_a_newer_one() {
        projected.save(ann, folded(9)).toCompletableFuture().join();
        projected.save(ann, folded(4)).toCompletableFuture().join();

        assertThat(projected.find(ann)).contains(folded(9));
    }

    private Profile folded(int events) {
        return events == 0 ? Profile.empty() : Profile.empty().applyAll(history.after(ann, -1, events));
    }
}
