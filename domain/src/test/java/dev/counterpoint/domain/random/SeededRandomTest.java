package dev.counterpoint.domain.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SeededRandomTest {

    /** The JDK's generator is the same algorithm: an outside oracle. */
    @Test
    void nextLong_isSplitMix64() {
        for (long seed : new long[] {0, 1, -1, 42, Long.MIN_VALUE}) {
            SeededRandom ours = new SeededRandom(seed);
            SplittableRandom oracle = new SplittableRandom(seed);
            for (int i = 0; i < 1_000; i++) {
                assertThat(ours.nextLong()).isEqualTo(oracle.nextLong());
            }
        }
    }

    /** These values are promised for ever: stored decisions depend on them. */
    @Test
    void streams_ofOneSeed_haveTheirFixedBeginnings() {
        assertThat(new SeededRandom(0).nextLong()).isEqualTo(0xe220a8397b1dcdafL);
        assertThat(SeededRandom.of(7, "plan").nextLong())
                .isEqualTo(SeededRandom.of(7, "plan").nextLong());
        assertThat(SeededRandom.of(7, "plan").nextLong())
                .isNotEqualTo(SeededRandom.of(7, "rows").nextLong());
        assertThat(SeededRandom.of(7, "plan").nextLong())
                .isNotEqualTo(SeededRandom.of(8, "plan").nextLong());
    }

    @Test
    void nextInt_isUniformBelowItsBound() {
        SeededRandom random = new SeededRandom(2026);
        int[] counts = new int[7];
        for (int i = 0; i < 700_000; i++) {
            counts[random.nextInt(7)]++;
        }

        // 100,000 expected in each, standard deviation 293: five of them.
        for (int count : counts) {
            assertThat(count).isBetween(98_535, 101_465);
        }
    }

    @Test
    void nextDouble_isWithinZeroAndOne() {
        SeededRandom random = new SeededRandom(2026);
        double sum = 0;
        for (int i = 0; i < 100_000; i++) {
            double value = random.nextDouble();
            assertThat(value).isBetween(0.0, Math.nextDown(1.0));
            sum += value;
        }

        // Mean of 100,000 uniforms: standard error 0.00091, five of them.
        assertThat(sum / 100_000).isBetween(0.4954, 0.5046);
    }

    @Test
    void nextInt_withoutRoom_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SeededRandom(1).nextInt(0));
    }
}
