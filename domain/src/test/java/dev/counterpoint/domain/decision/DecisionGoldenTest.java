package dev.counterpoint.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.Golden;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Guards the bytes of decisions, over which hash chains are taken, and the policy that they record. */
class DecisionGoldenTest {
    private static final String FILE = "decision-1.hex";

    @Test
    void a_fixed_decision_has_these_bytes() {
        String bytes = HexFormat.of().formatHex(DecisionBytes.encode(Decisions.aDecision(42)));

        assertThat(bytes.replaceAll("(.{160})", "$1\n").strip()).isEqualTo(Golden.textOf(FILE));
    }

    @Test
    void these_bytes_read_back_as_that_decision() {
        byte[] bytes = HexFormat.of().parseHex(Golden.textOf(FILE).replace("\n", ""));

        assertThat(DecisionBytes.decode(bytes)).isEqualTo(Decisions.aDecision(42));
    }
}
