package dev.counterpoint.infra.cli.comparison;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a training found of all policies, as the platform answers it. Lists that the answer has not are empty.
 *
 * @param from pages that were served then or later
 * @param to pages that were served before then
 * @param confidence of every interval
 * @param mismatches slots whose logged probabilities came out otherwise when they were computed again
 */
record Findings(
        String runId,
        Instant from,
        Instant to,
        double confidence,
        long auditedSlots,
        List<String> mismatches,
        List<String> warnings,
        List<Value> values) {
    static final String ALL_PAGES = "all";

    /** The scores that served, drawn without chance. */
    private static final String UNEXPLORED = "served, without exploration";

    private static final String ARM = "served: ";
    private static final List<String> ARMS = List.of("model", "popularity", "uniform");
    private static final String DOUBLY_ROBUST = "DR";
    private static final String MEASURED = "on-policy";

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    Findings {
        mismatches = listed(mismatches);
        warnings = listed(warnings);
        values = listed(values);
    }

    static Findings of(JsonNode answer) {
        return JSON.treeToValue(answer, Findings.class);
    }

    Set<String> rewards() {
        return values.stream().map(Value::reward).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Set<String> slices() {
        return values.stream().map(Value::slice).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    List<Value> of(String reward, String slice) {
        return values.stream()
                .filter(value -> value.reward().equals(reward) && value.slice().equals(slice))
                .toList();
    }

    /** What was served by arm: the model, popularity, chance. */
    List<Value> arms(String reward, String slice) {
        return of(reward, slice).stream()
                .filter(Value::isOfArm)
                .sorted(Comparator.comparingInt(
                        value -> ARMS.indexOf(value.policy().substring(ARM.length()))))
                .toList();
    }

    /** The candidates by the doubly robust estimator. */
    List<Value> candidates(String reward, String slice) {
        return of(reward, slice).stream()
                .filter(value -> value.isDoublyRobust() && !value.isUnexplored())
                .toList();
    }

    /** The doubly robust value of the scores that served, drawn without chance. */
    Optional<Value> unexplored(String reward, String slice) {
        return of(reward, slice).stream()
                .filter(value -> value.isDoublyRobust() && value.isUnexplored())
                .findFirst();
    }

    /** All that is neither of an arm nor by the doubly robust estimator. */
    List<Value> others(String reward, String slice) {
        return of(reward, slice).stream()
                .filter(value -> !value.isOfArm() && !value.isDoublyRobust())
                .toList();
    }

    /**
     * Of one policy, reward and slice, by one estimator.
     *
     * @param covering whether its intervals promise to cover
     * @param value null where it is withheld
     * @param difference to what the very same pages earned; null where there is none
     * @param simultaneous of the difference, for all candidates at once; null where there is none
     * @param overArms the difference to what the pages of an arm earned, not paired, by the arm's name
     */
    record Value(
            String policy,
            String reward,
            String slice,
            String estimator,
            String propensity,
            String assumption,
            boolean covering,
            @Nullable Figure value,
            @Nullable Figure difference,
            @Nullable Bounds simultaneous,
            @Nullable Double minimumDetectable,
            Support support,
            Map<String, Figure> overArms,
            List<String> refusals) {
        Value {
            support = support == null ? Support.UNKNOWN : support;
            overArms = overArms == null ? Map.of() : new TreeMap<>(overArms);
            refusals = listed(refusals);
        }

        boolean isOfArm() {
            return policy.startsWith(ARM);
        }

        /** Of the policy's own pages: nothing is weighed. */
        boolean isMeasured() {
            return estimator.equals(MEASURED);
        }

        boolean isDoublyRobust() {
            return estimator.equals(DOUBLY_ROBUST);
        }

        boolean isUnexplored() {
            return policy.equals(UNEXPLORED);
        }

        /** Where the difference lies: for all candidates at once where that is known, else for this one alone. */
        @Nullable
        Bounds differenceWithin() {
            if (simultaneous != null) {
                return simultaneous;
            }
            return difference == null ? null : difference.interval();
        }

        /** Why no value is given, in one line. */
        String withheld() {
            return "withheld: " + (refusals.isEmpty() ? "no reason given" : String.join("; ", refusals));
        }
    }

    /** @param interval null where the log does not tell */
    record Figure(
            double value, double standardError, @Nullable Bounds interval) {}

    record Bounds(double low, double high) {}

    /**
     * What of the log speaks of a policy.
     *
     * @param effectiveListeners so many of equal weight would tell as much
     */
    record Support(
            long listeners,
            long pages,
            double effectiveListeners,
            double meanWeight,
            double meanWeightError,
            double largestWeight,
            List<HeavySlot> heaviest) {
        private static final Support UNKNOWN = new Support(0, 0, 0, 0, 0, 0, List.of());

        Support {
            heaviest = listed(heaviest);
        }
    }

    /** @param slot by the id of its decision, its row and its column */
    record HeavySlot(String slot, double weight) {}

    private static <T> List<T> listed(@Nullable List<T> all) {
        return all == null ? List.of() : List.copyOf(all);
    }
}
