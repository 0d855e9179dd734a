package dev.counterpoint.domain.profile;

import static dev.counterpoint.domain.profile.Streams.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DayStreakTest {

    @Test
    void days_in_a_row_add_up_and_a_day_that_is_not_over_breaks_nothing() {
        assertThat(streakAfter(2, 0, 1, 1, 2)).isEqualTo(3);
        assertThat(streakAfter(3, 0, 1, 2)).isEqualTo(3);
        assertThat(streakAfter(4, 0, 1, 2)).isZero();
    }

    @Test
    void a_day_without_a_play_begins_it_anew_also_where_one_comes_late() {
        assertThat(streakAfter(3, 0, 1, 3)).isEqualTo(1);
        assertThat(streakAfter(3, 0, 1, 3, 2)).isEqualTo(1);
    }

    @Test
    void nobody_who_never_played_has_one() {
        assertThat(Profile.empty().at(START).dayStreak()).isZero();
    }

    private static long streakAfter(int today, int... days) {
        Profile profile = Profile.empty()
                .applyAll(Streams.streamOf(Arrays.stream(days)
                        .mapToObj(
                                day -> Streams.aPlayOf(Streams.aCard("blue", "jazz"), START.plus(Duration.ofDays(day))))
                        .toList()));
        return ProfileBytes.decode(ProfileBytes.encode(profile))
                .at(START.plus(Duration.ofDays(today)))
                .dayStreak();
    }
}
