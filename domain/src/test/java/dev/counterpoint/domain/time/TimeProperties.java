package dev.counterpoint.domain.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class TimeProperties {
    private static final long CENTURY = 100L * 365 * 86_400_000_000L;

    @Property
    void microseconds_are_read_as_they_were_written(
            @ForAll @LongRange(min = 0, max = 9_000_000_000_000_000_000L) long micros) {
        assertThat(Micros.of(Micros.toInstant(micros))).isEqualTo(micros);
    }

    @Property
    void any_instant_has_microseconds_in_its_order(@ForAll Instant one, @ForAll Instant other) {
        assertThat(Micros.of(one)).isNotNegative().isLessThanOrEqualTo(Micros.of(Instant.MAX));
        assertThat(Micros.of(Instant.MIN)).isZero();
        if (one.isBefore(other)) {
            assertThat(Micros.of(one)).isLessThanOrEqualTo(Micros.of(other));
        }
    }

    @Property
    void fading_is_a_share_that_falls_and_growth_undoes_it(
            @ForAll HalfLife halfLife, @ForAll @LongRange(min = 0, max = CENTURY) long elapsed) {
        double left = halfLife.after(elapsed);

        assertThat(left).isBetween(0.0, 1.0);
        assertThat(halfLife.after(elapsed + halfLife.micros())).isCloseTo(left / 2, within(1e-12));
        assertThat(halfLife.growth(-elapsed)).isEqualTo(left);
        assertThat(halfLife.after(-elapsed)).isEqualTo(1);
    }
}
