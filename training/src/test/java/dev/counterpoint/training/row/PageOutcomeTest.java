package dev.counterpoint.training.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.counterpoint.domain.home.Grid;
import dev.counterpoint.domain.listener.InteractionType;
import org.junit.jupiter.api.Test;

class PageOutcomeTest {
    private final PageOutcome outcome = new PageOutcome(new Grid(8, 10));

    @Test
    void only_an_impression_is_an_exposure() {
        outcome.credit(InteractionType.CLICK, null, 1, 2);

        assertThat(outcome.isSeen()).isFalse();
        outcome.credit(InteractionType.IMPRESSION, null, 1, 2);
        assertThat(outcome.isSeen(1, 2)).isTrue();
        assertThat(outcome.isSeen(2, 1)).isFalse();
    }

    @Test
    void a_click_is_earned_by_a_click_and_a_stream_by_30_seconds_of_play() {
        outcome.credit(InteractionType.CLICK, null, 0, 0);
        outcome.credit(InteractionType.PLAY, 29_999L, 0, 0);
        outcome.credit(InteractionType.PLAY, 30_000L, 7, 9);
        outcome.credit(InteractionType.SKIP, 40_000L, 3, 3);

        assertThat(outcome.earned(Reward.CLICK, 0, 0)).isEqualTo(1);
        assertThat(outcome.earned(Reward.STREAM_30S, 0, 0)).isZero();
        assertThat(outcome.earned(Reward.STREAM_30S, 7, 9)).isEqualTo(1);
        assertThat(outcome.earned(Reward.CLICK, 7, 9)).isZero();
        assertThat(outcome.earned(Reward.STREAM_30S, 3, 3)).isZero();
    }

    @Test
    void what_is_told_twice_counts_once() {
        outcome.credit(InteractionType.CLICK, null, 0, 0);
        outcome.credit(InteractionType.CLICK, null, 0, 0);

        assertThat(outcome.earned(Reward.CLICK, 0, 0)).isEqualTo(1);
    }

    @Test
    void a_card_is_completed_or_saved_once_the_client_says_so() {
        outcome.credit(InteractionType.COMPLETE, null, 0, 0);
        outcome.credit(InteractionType.SAVE, null, 0, 1);
        outcome.credit(InteractionType.PLAY, 900_000L, 0, 2);

        assertThat(outcome.earned(Reward.COMPLETION, 0, 0)).isEqualTo(1);
        assertThat(outcome.earned(Reward.SAVE, 0, 0)).isZero();
        assertThat(outcome.earned(Reward.SAVE, 0, 1)).isEqualTo(1);
        assertThat(outcome.earned(Reward.COMPLETION, 0, 2)).isZero();
    }

    @Test
    void plays_of_a_card_add_up_to_a_share_of_ten_minutes_and_to_no_more() {
        outcome.credit(InteractionType.PLAY, 60_000L, 0, 0);
        outcome.credit(InteractionType.PLAY, 90_000L, 0, 0);
        outcome.credit(InteractionType.PLAY, Long.MAX_VALUE, 1, 1);
        outcome.credit(InteractionType.PLAY, Long.MAX_VALUE, 1, 1);
        outcome.credit(InteractionType.PLAY, null, 2, 2);

        assertThat(outcome.earned(Reward.PLAYED_MS, 0, 0)).isEqualTo(0.25);
        assertThat(outcome.earned(Reward.PLAYED_MS, 1, 1)).isEqualTo(1);
        assertThat(outcome.earned(Reward.PLAYED_MS, 2, 2)).isZero();
    }

    @Test
    void how_a_play_ended_tells_its_time_again_in_any_order() {
        outcome.credit(InteractionType.PLAY, 60_000L, 0, 0);
        outcome.credit(InteractionType.COMPLETE, 60_000L, 0, 0);
        outcome.credit(InteractionType.SKIP, 60_000L, 1, 1);
        outcome.credit(InteractionType.PLAY, 60_000L, 1, 1);
        outcome.credit(InteractionType.SKIP, 30_000L, 2, 2);
        outcome.credit(InteractionType.CLICK, 30_000L, 3, 3);

        assertThat(outcome.earned(Reward.PLAYED_MS, 0, 0)).isEqualTo(0.1);
        assertThat(outcome.earned(Reward.PLAYED_MS, 1, 1)).isEqualTo(0.1);
        assertThat(outcome.earned(Reward.PLAYED_MS, 2, 2)).isEqualTo(0.05);
        assertThat(outcome.earned(Reward.PLAYED_MS, 3, 3)).isZero();
    }

    @Test
    void rewards_are_known_by_their_written_form() {
        assertThat(Reward.parse("stream30s")).isEqualTo(Reward.STREAM_30S);
        assertThat(Reward.allWritten()).containsExactly("click", "stream30s", "completion", "playedMs", "save");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reward.parse("applause"))
                .withMessage("not a reward: applause");
    }
}
