package dev.counterpoint.infra.benchmarks.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.counterpoint.infra.benchmarks.study.ClickRates.Prior;
import org.junit.jupiter.api.Test;

class ClickRatesTest {
    private final ClickRates rates = new ClickRates(new Prior(1, 9), 2, 2);

    @Test
    void an_unseen_card_has_the_mean_of_the_prior() {
        assertThat(rates.ofAll(0)).isEqualTo(0.1);
        assertThat(rates.of(1, 0)).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void a_user_has_a_rate_of_their_own_around_that_of_all() {
        rates.learn(0, 1, true);
        rates.learn(0, 1, false);
        rates.learn(1, 1, false);

        assertThat(rates.shown(1)).isEqualTo(3);
        assertThat(rates.ofAll(1)).isCloseTo(2.0 / 13, within(1e-12));
        assertThat(rates.of(0, 1)).isCloseTo((1 + 10 * 2.0 / 13) / 12, within(1e-12));
        assertThat(rates.of(1, 1)).isCloseTo((0 + 10 * 2.0 / 13) / 11, within(1e-12));
    }

    @Test
    void prior_that_is_not_positive_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Prior(0, 1));
    }
}
