package dev.counterpoint.training.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.counterpoint.training.evaluation.Comparison;
import dev.counterpoint.training.evaluation.Comparison.Figure;
import dev.counterpoint.training.evaluation.Comparison.Support;
import dev.counterpoint.training.evaluation.Comparison.Value;
import dev.counterpoint.training.offpolicy.Interval;
import dev.counterpoint.training.offpolicy.WeightAudit.HeavyRow;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a training found of all its policies. */
@Schema(
        name = "PolicyComparison",
        description =
                "one-page values at the states that the logging policy produced; what deploying a policy would bring is"
                        + " measured by arms and canaries only")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ComparisonAnswer(
        String runId,

        @Schema(description = "pages that were served then or later")
        Instant from,

        @Schema(description = "pages that were served before then")
        Instant to,

        @Schema(description = "of every interval") double confidence,

        @Schema(description = "slots whose logged probabilities were computed again")
        long auditedSlots,

        @Schema(description = "slots where they came out otherwise, at most ten; then nothing off-policy is said")
        List<String> mismatches,

        @Schema(description = "what to know before believing a value")
        List<String> warnings,

        List<ValueOfPolicy> values) {

    static ComparisonAnswer of(String runId, Comparison comparison) {
        return new ComparisonAnswer(
                runId,
                comparison.from(),
                comparison.to(),
                comparison.confidence(),
                comparison.audited(),
                comparison.mismatches(),
                comparison.warnings(),
                comparison.values().stream().map(ValueOfPolicy::of).toList());
    }

    @Schema(name = "ComparedValue")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ValueOfPolicy(
            @Schema(
                    description =
                            "a model, popularity, what an arm or a model served, or the served pages without exploration")
            String policy,

            String reward,

            @Schema(description = "all, or such as tier=premium, country=SE, listener=new, kind=track")
            String slice,

            String estimator,

            @Schema(description = "which logged probability it divides by: none, marginal, prefix")
            String propensity,

            @Schema(description = "what must hold besides overlap")
            String assumption,

            @Schema(description = "whether its interval promises to cover")
            boolean covering,

            @Schema(description = "rewards a page; absent where it is refused") @Nullable
            FigureForm value,

            @Schema(description = "to what the very same pages earned") @Nullable
            FigureForm difference,

            @Schema(description = "of the difference, holding for all candidates of the training at once") @Nullable
            IntervalForm simultaneous,

            @Schema(description = "difference that as large a log finds with a probability of 0.8") @Nullable
            Double minimumDetectable,

            @Schema(
                    description =
                            "how much more it is worth than what the measured arms earned, by arm; of other listeners,"
                                    + " so unpaired")
            Map<String, FigureForm> overArms,

            SupportForm support,

            @Schema(description = "why no value is given") List<String> refusals) {
        static ValueOfPolicy of(Value value) {
            return new ValueOfPolicy(
                    value.policy(),
                    value.reward(),
                    value.slice(),
                    value.estimator(),
                    value.propensity(),
                    value.assumption(),
                    value.isCovering(),
                    FigureForm.of(value.value()),
                    FigureForm.of(value.difference()),
                    IntervalForm.of(value.simultaneous()),
                    value.minimumDetectable(),
                    figuresOf(value.overArms()),
                    SupportForm.of(value.support()),
                    value.refusals());
        }
    }

    private static Map<String, FigureForm> figuresOf(Map<String, Figure> byArm) {
        Map<String, FigureForm> forms = new TreeMap<>();
        byArm.forEach((arm, figure) -> forms.put(arm, Objects.requireNonNull(FigureForm.of(figure))));
        return forms;
    }

    @Schema(name = "ComparedFigure")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FigureForm(
            double value,
            @Schema(description = "clustered by listener") double standardError,
            @Nullable IntervalForm interval) {
        static @Nullable FigureForm of(@Nullable Figure figure) {
            return figure == null
                    ? null
                    : new FigureForm(figure.value(), figure.standardError(), IntervalForm.of(figure.interval()));
        }
    }

    @Schema(name = "ComparedInterval")
    record IntervalForm(double low, double high) {
        static @Nullable IntervalForm of(@Nullable Interval interval) {
            return interval == null ? null : new IntervalForm(interval.low(), interval.high());
        }
    }

    @Schema(name = "ComparedSupport", description = "what of the log speaks of the policy")
    record SupportForm(
            long listeners,
            long pages,
            double effectiveListeners,
            double meanWeight,
            double meanWeightError,
            double largestWeight,

            @Schema(description = "slots of the largest weights, by decision, row and column")
            List<HeavySlot> heaviest) {
        static SupportForm of(Support support) {
            return new SupportForm(
                    support.listeners(),
                    support.pages(),
                    support.effectiveListeners(),
                    support.meanWeight(),
                    support.meanWeightError(),
                    support.largestWeight(),
                    support.heaviest().stream().map(HeavySlot::of).toList());
        }
    }

    @Schema(name = "HeavySlot")
    record HeavySlot(String slot, double weight) {
        static HeavySlot of(HeavyRow row) {
            return new HeavySlot(row.row(), row.weight());
        }
    }
}
