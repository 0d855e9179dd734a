package dev.counterpoint.domain.home;

import static dev.counterpoint.domain.catalog.Medium.AUDIOBOOK;
import static dev.counterpoint.domain.catalog.Medium.MUSIC;
import static dev.counterpoint.domain.catalog.Medium.PODCAST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.counterpoint.domain.catalog.Medium;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DivisionTest {
    private static final Calibration MOSTLY_MUSIC = new Calibration(.7, .21, .09);

    @Test
    void slots_are_as_near_to_the_shares_as_whole_ones_can_be_and_stand_among_each_other() {
        assertThat(media(all(20, 20, 20), List.of(), 10, MOSTLY_MUSIC))
                .containsExactly(MUSIC, MUSIC, PODCAST, MUSIC, MUSIC, AUDIOBOOK, MUSIC, PODCAST, MUSIC, MUSIC);
    }

    @Test
    void a_medium_without_items_leaves_its_slots_to_the_others() {
        assertThat(media(all(2, 0, 3), List.of(), 5, MOSTLY_MUSIC))
                .containsExactly(MUSIC, MUSIC, AUDIOBOOK, AUDIOBOOK, AUDIOBOOK);
    }

    @Test
    void what_has_a_slot_already_counts() {
        assertThat(media(all(9, 9, 0), List.of(MUSIC, MUSIC), 3, MOSTLY_MUSIC)).containsExactly(PODCAST, MUSIC, MUSIC);
    }

    @Test
    void one_medium_alone_and_no_calibration_divide_nothing() {
        assertThat(Division.of(all(5, 0, 0), List.of(PODCAST), 3, MOSTLY_MUSIC).isDivided())
                .isFalse();
        assertThat(Division.of(all(5, 5, 5), List.of(), 3, null).isDivided()).isFalse();
    }

    @Test
    void shares_that_do_not_add_up_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Calibration(.5, .2, .2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Calibration(1.2, -.2, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Calibration(Double.NaN, .5, .5));
    }

    private static List<Medium> media(List<Medium> items, List<Medium> taken, int slots, Calibration calibration) {
        Division division = Division.of(items, taken, slots, calibration);
        return Arrays.stream(division.listOf())
                .mapToObj(list -> division.media().get(list))
                .toList();
    }

    private static List<Medium> all(int music, int podcasts, int books) {
        return Stream.of(
                        Collections.nCopies(music, MUSIC),
                        Collections.nCopies(podcasts, PODCAST),
                        Collections.nCopies(books, AUDIOBOOK))
                .flatMap(List::stream)
                .toList();
    }
}
