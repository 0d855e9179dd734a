package dev.counterpoint.training.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.statistics.inference.ChiSquareTest;

/**
 * Whether as many listeners are in each arm as the split says. Where they are not, something lost listeners of one arm or gave them to another, and no
 * comparison of the arms is to be believed, however good it looks.
 *
 * @see "Fabijan et al. 2019, Diagnosing Sample Ratio Mismatch in Online Controlled Experiments"
 */
public final class SampleRatio {
    /** So rarely does a right split raise an alarm. */
    private static final double ALARM = 0.001;
    /** Fewer expected listeners in an arm, and the chi-square distribution does not hold. */
    private static final double FEWEST_EXPECTED = 5;

    private SampleRatio() {}

    /**
     * An arm.
     *
     * @param listeners who were seen in it
     * @param share of all listeners that the split gives it, at least 0
     */
    public record Counted(long listeners, double share) {}

    /**
     * @param arms by name, with shares that sum to 1
     * @return the probability of counts as far from the split as these or farther, where the split is right; 1 where listeners are too few to tell
     */
    public static double pValue(Map<String, Counted> arms) {
        List<Counted> used =
                arms.values().stream().filter(arm -> arm.share() > 0).toList();
        long all = used.stream().mapToLong(Counted::listeners).sum();
        if (used.size() < 2 || used.stream().anyMatch(arm -> arm.share() * all < FEWEST_EXPECTED)) {
            return 1;
        }
        return ChiSquareTest.withDefaults()
                .test(
                        used.stream().mapToDouble(Counted::share).toArray(),
                        used.stream().mapToLong(Counted::listeners).toArray())
                .getPValue();
    }

    /** What to tell a reader; empty where the counts are such as the split gives. */
    public static Optional<String> alarm(Map<String, Counted> arms) {
        double p = pValue(arms);
        if (p >= ALARM) {
            return Optional.empty();
        }
        long all = arms.values().stream().mapToLong(Counted::listeners).sum();
        List<String> counts = new ArrayList<>();
        arms.forEach((name, arm) -> counts.add(
                String.format(Locale.ROOT, "%d in %s instead of %.0f", arm.listeners(), name, arm.share() * all)));
        return Optional.of(String.format(
                Locale.ROOT,
                "the listeners are not split as they should be (p = %.1e): %s; do not compare the arms",
                p,
                String.join(", ", counts)));
    }
}
