package dev.counterpoint.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.counterpoint.domain.encoding.UnreadableBytesException;
import dev.counterpoint.domain.home.DrawingPolicy;
import dev.counterpoint.domain.home.Greedy;
import dev.counterpoint.domain.home.PlackettLuce;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DecisionBytesProperties {
    private static final byte[] A_DECISION = DecisionBytes.encode(Decisions.aDecision(1));

    @Property(tries = 100)
    void what_was_encoded_reads_back(@ForAll long seed) {
        DecisionRecord decision = Decisions.aDecision(seed);

        byte[] bytes = DecisionBytes.encode(decision);

        assertThat(DecisionBytes.decode(bytes)).isEqualTo(decision);
        assertThat(DecisionBytes.encode(DecisionBytes.decode(bytes))).isEqualTo(bytes);
    }

    @Property(tries = 20)
    void pages_of_every_policy_read_back_too(@ForAll long seed) {
        Knowledge known = Decisions.known(seed, 0);
        for (DrawingPolicy policy : List.of(new Greedy(), new PlackettLuce(0.05, 0.02))) {
            DecisionRecord decision = Decisions.DECIDING.decide(known, Decisions.asked(seed, known, policy));

            assertThat(DecisionBytes.decode(DecisionBytes.encode(decision))).isEqualTo(decision);
        }
    }

    @Property(tries = 300)
    void bytes_that_are_cut_short_are_unreadable(@ForAll @IntRange(min = 0, max = 1_000_000) int length) {
        byte[] cut = Arrays.copyOf(A_DECISION, length % A_DECISION.length);

        assertThatThrownBy(() -> DecisionBytes.decode(cut)).isInstanceOf(UnreadableBytesException.class);
    }

    /** The chain's hash tells damage; reading must only not fail in another way. */
    @Property(tries = 500)
    void damaged_bytes_are_read_or_called_unreadable(
            @ForAll @IntRange(min = 0, max = 1_000_000) int position,
            @ForAll @IntRange(min = 1, max = 255) int damage) {
        byte[] damaged = A_DECISION.clone();
        damaged[position % damaged.length] ^= (byte) damage;

        assertThat(catchThrowable(() -> DecisionBytes.decode(damaged)))
                .satisfiesAnyOf(
                        thrown -> assertThat(thrown).isNull(),
                        thrown -> assertThat(thrown).isInstanceOf(UnreadableBytesException.class));
    }
}
