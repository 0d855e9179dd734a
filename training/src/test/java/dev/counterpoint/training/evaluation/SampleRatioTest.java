package dev.counterpoint.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.counterpoint.training.evaluation.SampleRatio.Counted;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SampleRatioTest {

    @Test
    void the_p_value_is_that_of_chi_square() {
        // Χ² = 10² / 500 · 2 = 0.4 with one degree of freedom; 3 degrees less one: Χ² = -2 ln p.
        assertThat(SampleRatio.pValue(Map.of("a", new Counted(510, 0.5), "b", new Counted(490, 0.5))))
                .isCloseTo(0.527_089_3, within(1e-6));
        Map<String, Counted> three =
                Map.of("a", new Counted(110, 1 / 3.0), "b", new Counted(100, 1 / 3.0), "c", new Counted(90, 1 / 3.0));
        assertThat(SampleRatio.pValue(three)).isCloseTo(Math.exp(-1), within(1e-9));
    }

    @Test
    void a_broken_split_is_told_with_its_counts() {
        Map<String, Counted> broken =
                new TreeMap<>(Map.of("a", new Counted(9_000, 0.5), "b", new Counted(10_000, 0.5)));

        assertThat(SampleRatio.alarm(broken))
                .get()
                .asString()
                .contains("9000 in a instead of 9500", "10000 in b instead of 9500");
        assertThat(SampleRatio.alarm(Map.of("a", new Counted(9_500, 0.5), "b", new Counted(9_400, 0.5))))
                .isEmpty();
    }

    @Test
    void too_few_listeners_to_tell_or_one_arm_alone_raise_no_alarm() {
        assertThat(SampleRatio.pValue(Map.of("a", new Counted(300, 0.99), "b", new Counted(0, 0.01))))
                .isEqualTo(1);
        assertThat(SampleRatio.pValue(Map.of("a", new Counted(300, 1), "b", new Counted(0, 0))))
                .isEqualTo(1);
        assertThat(SampleRatio.alarm(Map.of("a", new Counted(3_000, 0.99), "b", new Counted(0, 0.01))))
                .isPresent();
    }
}
