package dev.counterpoint.training.offpolicy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a log says of another policy.
 *
 * @param reasons of the gate against any estimate; empty where it passes
 * @param estimates in the order that they were asked for
 */
public record Judgement(WeightAudit.Overlap overlap, List<String> reasons, List<Estimate> estimates) {
    public Judgement {
        reasons = List.copyOf(reasons);
        estimates = List.copyOf(estimates);
    }

    /**
     * @param value null where it is refused
     * @param interval studentised and clustered; null where it is refused, or the rows have no spread
     * @param bernstein of the mean over clusters of a cluster's mean, see {@link EmpiricalBernstein}; null where no bounds were stated
     * @param sequence of the same at all times together, see {@link EmpiricalBernsteinSequence}; null where no bounds were stated, or parts were merged
     * @param refused why there is no value; null where there is one
     */
    public record Estimate(
            Reading reading,
            @Nullable Double value,
            @Nullable Interval interval,
            @Nullable Interval bernstein,
            @Nullable Interval sequence,
            @Nullable String refused) {
        public Estimate {
            if ((value == null) == (refused == null)) {
                throw new IllegalArgumentException(
                        "an estimate has a value or a reason why not: " + value + ", " + refused);
            }
        }

        static Estimate refused(Reading reading, String why) {
            return new Estimate(reading, null, null, null, null, why);
        }
    }
}
