package dev.counterpoint.infra.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private final List<Duration> pauses = new ArrayList<>();
    private final Patience patience = new Patience(pauses::add, Duration.ofSeconds(25));

    @Test
    void wait_takesWhatIsAsked_upToTenSeconds() {
        patience.wait(Duration.ofSeconds(2));
        patience.wait(Duration.ofHours(1));

        assertThat(pauses).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(10));
    }

    @Test
    void wait_beyondTheLimit_isRefused() {
        assertThat(patience.wait(Duration.ofSeconds(10))).isTrue();
        assertThat(patience.wait(Duration.ofSeconds(10))).isTrue();
        assertThat(patience.wait(Duration.ofSeconds(10))).isFalse();
        assertThat(pauses).hasSize(2);
    }

    @Test
    void renew_startsTheLimitAnew() {
        patience.wait(Duration.ofSeconds(10));
        patience.wait(Duration.ofSeconds(10));

        patience.renew();

        assertThat(patience.wait(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void wait_interrupted_isRefused_andStaysInterrupted() {
        Patience interrupted = new Patience(
                duration -> {
                    throw new InterruptedException();
                },
                Duration.ofSeconds(25));

        assertThat(interrupted.wait(Duration.ofSeconds(1))).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }
}
