package dev.counterpoint.infra.cli.comparison;

import dev.counterpoint.infra.cli.comparison.Findings.Bounds;
import dev.counterpoint.infra.cli.comparison.Findings.Figure;
import dev.counterpoint.infra.cli.comparison.Findings.Value;
import dev.counterpoint.infra.cli.terminal.Percent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was found, in plain words. */
final class PlainWords {
    static final String LIMITS =
            "Every off-policy number is the value of one page at the states that the logging policy produced. A policy that is"
                    + " deployed produces other states: what deploying it brings is measured by arms and canaries only.";
    static final String AT_ONCE = "holds for all candidates of the training at once";
    static final String NO_PROMISE = "promises no coverage";

    private PlainWords() {}

    /** Whether a candidate is better than what was served, and by how much. */
    static String verdict(Value value, double confidence, Digits digits) {
        Bounds within = value.differenceWithin();
        if (value.difference() == null) {
            return value.policy() + ": " + value.withheld() + ".";
        }
        if (within == null) {
            return value.policy() + " has a difference of "
                    + digits.signed(value.difference().value())
                    + " a page to what was served, and the log does not tell how sure that is.";
        }
        return value.policy() + " " + comparedWithServed(within, digits) + ", with " + Percent.of(confidence)
                + (value.simultaneous() != null ? " for all candidates at once" : " for this candidate alone")
                + (value.covering() ? "." : "; the interval " + NO_PROMISE + ".");
    }

    private static String comparedWithServed(Bounds within, Digits digits) {
        if (within.low() > 0) {
            return "earns between " + digits.plain(within.low()) + " and " + digits.plain(within.high())
                    + " more a page than what was served";
        }
        if (within.high() < 0) {
            return "earns between " + digits.plain(-within.high()) + " and " + digits.plain(-within.low())
                    + " less a page than what was served";
        }
        return "cannot be told apart from what was served: the difference is between " + digits.signed(within.low())
                + " and " + digits.signed(within.high()) + " a page";
    }

    /** By how much the scores that served would earn more if nothing were left to chance. */
    static String costOfExploration(Optional<Value> unexplored, Digits digits) {
        if (unexplored.isEmpty()) {
            return "The cost of exploration was not estimated.";
        }
        Value value = unexplored.get();
        Figure difference = value.difference();
        return difference == null
                ? "The cost of exploration is " + value.withheld() + "."
                : "The cost of exploration: the same scores without chance would change what a page earns by "
                        + digits.signed(difference, value.differenceWithin()) + ".";
    }

    static String audit(Findings findings) {
        if (findings.mismatches().isEmpty()) {
            return String.format(
                    Locale.ROOT,
                    "The logged probabilities of %,d slots were computed again; all came out the same.",
                    findings.auditedSlots());
        }
        return String.format(
                Locale.ROOT,
                "The logged probabilities of %,d slots were computed again; some came out otherwise, so nothing off-policy is"
                        + " said: %s.",
                findings.auditedSlots(),
                String.join(", ", findings.mismatches()));
    }

    /** What candidates earn beside the measured arms, which are other listeners. */
    static List<String> overArms(List<Value> candidates, Digits digits) {
        List<String> lines = new ArrayList<>();
        for (Value value : candidates) {
            value.overArms()
                    .forEach((arm, figure) -> lines.add(value.policy() + " over the measured arm " + arm + ": "
                            + digits.signed(figure, figure.interval())));
        }
        return lines;
    }
}
