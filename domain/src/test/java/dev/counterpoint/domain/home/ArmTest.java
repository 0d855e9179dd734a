package dev.counterpoint.domain.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.counterpoint.domain.event.StreamId;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArmTest {

    @Test
    void shares_areOneInAHundredAndOneInTwoHundred() {
        Map<Arm, Long> shares = IntStream.range(0, 100_000)
                .mapToObj(i -> Arm.of(StreamId.ofListener("listener-" + i), Arm.Shares.STANDARD))
                .collect(Collectors.groupingBy(arm -> arm, Collectors.counting()));

        // Binomial(100,000, .01 and .005): five standard deviations.
        assertThat(shares.get(Arm.POPULARITY)).isBetween(843L, 1_157L);
        assertThat(shares.get(Arm.UNIFORM)).isBetween(389L, 611L);
    }

    @Test
    void arm_isTheWholeDigestModTenThousand() throws Exception {
        for (int i = 0; i < 1_000; i++) {
            StreamId stream = StreamId.ofListener("x" + i);
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("arm-1" + stream.value()).getBytes(StandardCharsets.UTF_8));
            int share =
                    new BigInteger(1, digest).mod(BigInteger.valueOf(10_000)).intValue();
            assertThat(Arm.of(stream, Arm.Shares.STANDARD))
                    .isEqualTo(share < 100 ? Arm.POPULARITY : share < 150 ? Arm.UNIFORM : Arm.MODEL);
        }
    }

    @Test
    void onlyTheUniformArm_drawsInAnotherWay() {
        EpsilonGreedy policy = new EpsilonGreedy(0.05, 0.02);

        assertThat(Arm.MODEL.drawing(policy)).isEqualTo(policy);
        assertThat(Arm.POPULARITY.drawing(policy)).isEqualTo(policy);
        assertThat(Arm.UNIFORM.drawing(policy)).isEqualTo(new EpsilonGreedy(0.05, 1));
    }

    @Test
    void writtenForms_parseBack() {
        for (Arm arm : Arm.values()) {
            assertThat(Arm.parse(arm.written())).isEqualTo(arm);
        }
        assertThat(Arm.POPULARITY.written()).isEqualTo("popularity");
        assertThatIllegalArgumentException().isThrownBy(() -> Arm.parse("Model"));
    }

    @Test
    void other_shares_take_listeners_from_the_model_arm_only() {
        Arm.Shares larger = new Arm.Shares(1_000, 2_000);
        int[] counts = new int[3];
        for (int i = 0; i < 20_000; i++) {
            StreamId listener = StreamId.ofListener("listener-" + i);
            counts[Arm.of(listener, larger).ordinal()]++;
            if (Arm.of(listener, Arm.Shares.STANDARD) == Arm.POPULARITY) {
                assertThat(Arm.of(listener, larger)).isEqualTo(Arm.POPULARITY);
            }
        }

        assertThat(counts[Arm.POPULARITY.ordinal()]).isBetween(1_850, 2_150);
        assertThat(counts[Arm.UNIFORM.ordinal()]).isBetween(3_800, 4_200);
        assertThatIllegalArgumentException().isThrownBy(() -> new Arm.Shares(9_000, 1_001));
    }
}
