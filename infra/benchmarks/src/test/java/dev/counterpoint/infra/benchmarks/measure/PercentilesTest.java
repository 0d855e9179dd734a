package dev.counterpoint.infra.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

    @Test
    void percentiles_are_those_of_the_nearest_rank() {
        long[] oneToAHundredMs =
                LongStream.rangeClosed(1, 100).map(ms -> (101 - ms) * 1_000_000).toArray();
        Percentiles percentiles = new Percentiles(oneToAHundredMs);

        assertThat(percentiles.ms(50)).isEqualTo(50.0);
        assertThat(percentiles.ms(99)).isEqualTo(99.0);
        assertThat(percentiles.ms(99.5)).isEqualTo(100.0);
        assertThat(percentiles.ms(100)).isEqualTo(100.0);
        assertThat(percentiles.ms(0.1)).isEqualTo(1.0);
    }

    @Test
    void the_percentiles_of_one_are_that_one() {
        assertThat(new Percentiles(new long[] {7_000_000}).ms(50)).isEqualTo(7.0);
    }

    @Test
    void nothing_and_beyond_have_no_percentiles() {
        assertThatThrownBy(() -> new Percentiles(new long[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Percentiles(new long[] {1}).ms(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
