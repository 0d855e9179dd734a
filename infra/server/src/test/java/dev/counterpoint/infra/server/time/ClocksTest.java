package dev.counterpoint.infra.server.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClocksTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00.000001Z");

    @TempDir
    Path data;

    @Test
    void systemClock_isTheMachines_inWholeMicroseconds() {
        SystemClock clock = new SystemClock();
        Instant now = clock.now();

        assertThat(Duration.between(now, Instant.now()).abs()).isLessThan(Duration.ofMinutes(1));
        assertThat(now.getNano() % 1_000).isZero();
        assertThat(clock.name()).isEqualTo("system");
    }

    @Test
    void simulatedClock_standsStillUntilItIsMoved() {
        SimulatedClock clock = SimulatedClock.of(data, NOON);

        assertThat(clock.now()).isEqualTo(NOON).isEqualTo(clock.now());
        assertThat(clock.moveTo(NOON.plusNanos(1_999))).isTrue();
        assertThat(clock.now()).isEqualTo(NOON.plusNanos(1_000));
        assertThat(clock.name()).isEqualTo("simulated");
    }

    @Test
    void simulatedClock_neverGoesBack_notEvenOverARestart() {
        SimulatedClock clock = SimulatedClock.of(data, NOON);
        Instant later = NOON.plus(Duration.ofDays(7));
        assertThat(clock.moveTo(later)).isTrue();

        assertThat(clock.moveTo(NOON)).isFalse();
        assertThat(clock.now()).isEqualTo(later);
        assertThat(SimulatedClock.of(data, NOON).now()).isEqualTo(later);
    }
}
