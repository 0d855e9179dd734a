package dev.counterpoint.domain.model;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.counterpoint.domain.model.PolicyValue.Estimated;
import dev.counterpoint.domain.model.PolicyValue.LogOverlap;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyValueTest {
    private static final LogOverlap OVERLAP = new LogOverlap(10, 20, 9.5, 1);

    /** An event that holds it could be written, and never be read again. */
    @Test
    void what_is_not_finite_is_no_value() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Estimated(1, 0.1, Double.NEGATIVE_INFINITY, 2))
                .withMessage("an estimate is of finite numbers, not -Infinity");
        assertThatIllegalArgumentException().isThrownBy(() -> new Estimated(Double.NaN, 0.1, 0, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogOverlap(1, 1, 1, Double.POSITIVE_INFINITY))
                .withMessage("an overlap is of finite numbers, not Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelCard.FitSummary(1, 1, 1, 0, Double.NaN, 0.5))
                .withMessage("a loss is of finite numbers, not NaN");
    }

    @Test
    void there_is_an_estimate_or_a_reason_and_never_both() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PolicyValue("any", "snips", null, OVERLAP, List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new PolicyValue("any", "snips", new Estimated(1, 0.1, 0, 2), OVERLAP, List.of("a reason")));
    }
}
