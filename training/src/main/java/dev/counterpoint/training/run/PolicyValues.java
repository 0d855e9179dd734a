package dev.counterpoint.training.run;

import dev.counterpoint.domain.model.PolicyValue;
import dev.counterpoint.domain.model.PolicyValue.Estimated;
import dev.counterpoint.domain.model.PolicyValue.LogOverlap;
import dev.counterpoint.training.evaluation.Comparison;
import dev.counterpoint.training.evaluation.Comparison.Figure;
import dev.counterpoint.training.evaluation.Comparison.Value;
import dev.counterpoint.training.offpolicy.Interval;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What the registry keeps of a comparison: of one reward, over all pages, by two estimators. */
final class PolicyValues {
    /** By estimator. */
    private static final Map<String, String> METHODS = Map.of("on-policy", "on-policy", "SNIPS", "snips", "DR", "dr");

    private final Comparison comparison;
    private final String reward;

    PolicyValues(Comparison comparison, String reward) {
        this.comparison = comparison;
        this.reward = reward;
    }

    /** What was served, by arm. */
    List<PolicyValue> arms() {
        return those(policy -> policy.startsWith("served: "));
    }

    List<PolicyValue> of(String policy) {
        return those(policy::equals);
    }

    private List<PolicyValue> those(Predicate<String> policies) {
        return comparison.values().stream()
                .filter(value -> policies.test(value.policy())
                        && value.reward().equals(reward)
                        && value.slice().equals(Comparison.ALL)
                        && METHODS.containsKey(value.estimator()))
                .map(PolicyValues::kept)
                .toList();
    }

    private static PolicyValue kept(Value value) {
        Figure figure = value.value();
        Interval interval = figure == null ? null : figure.interval();
        LogOverlap overlap = new LogOverlap(
                value.support().listeners(),
                value.support().pages(),
                value.support().effectiveListeners(),
                value.support().largestWeight());
        String method = METHODS.getOrDefault(value.estimator(), value.estimator());
        if (figure == null || interval == null) {
            List<String> refusals = value.refusals().isEmpty()
                    ? List.of(Comparison.tooFew(value.support().listeners()))
                    : value.refusals();
            return new PolicyValue(value.policy(), method, null, overlap, refusals);
        }
        return new PolicyValue(
                value.policy(),
                method,
                new Estimated(figure.value(), figure.standardError(), interval.low(), interval.high()),
                overlap,
                List.of());
    }
}
