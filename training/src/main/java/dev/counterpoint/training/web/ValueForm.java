package dev.counterpoint.training.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.counterpoint.domain.model.PolicyValue;
import dev.counterpoint.domain.model.PolicyValue.Estimated;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a policy is worth. */
@Schema(
        name = "PolicyValue",
        description = "the expected reward of one page at the states that the logging policy produced; not what"
                + " deploying the policy would bring")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ValueForm(
        String policy,
        String method,

        @Schema(description = "rewards a page; absent where it is refused") @Nullable
        Double value,

        @Schema(description = "clustered by listener") @Nullable
        Double standardError,

        @Schema(description = "of the 95 % interval") @Nullable
        Double low,

        @Schema(description = "of the 95 % interval") @Nullable
        Double high,

        long listeners,
        long pages,
        double effectiveListeners,
        double largestWeight,
        @Schema(description = "why no value is given") List<String> refusals) {

    static ValueForm of(PolicyValue value) {
        Estimated estimate = value.estimate();
        return new ValueForm(
                value.policy(),
                value.method(),
                estimate == null ? null : estimate.value(),
                estimate == null ? null : estimate.standardError(),
                estimate == null ? null : estimate.low(),
                estimate == null ? null : estimate.high(),
                value.overlap().listeners(),
                value.overlap().pages(),
                value.overlap().effectiveListeners(),
                value.overlap().largestWeight(),
                value.refusals());
    }
}
