package dev.counterpoint.training.offpolicy;

import dev.counterpoint.training.offpolicy.Judgement.Estimate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One estimator at its log. */
final class JudgedEstimator {
    private final LogEvaluation.Asked asked;
    private final double confidence;
    private final ClusteredBootstrap<WeighedAction> bootstrap;
    private final @Nullable EmpiricalBernstein bernstein;
    private @Nullable EmpiricalBernsteinSequence sequence;

    JudgedEstimator(LogEvaluation.Asked asked, LogEvaluation.Settings settings, PoissonTimes times) {
        Bounds bounds = asked.bounds();
        this.asked = asked;
        this.confidence = settings.confidence();
        this.bernstein = bounds == null ? null : new EmpiricalBernstein(bounds);
        this.sequence = bounds == null ? null : new EmpiricalBernsteinSequence(bounds, settings.confidence());
        this.bootstrap =
                new ClusteredBootstrap<>(asked.estimator(), settings.replicates(), times, this::addValueOfCluster);
    }

    void add(long cluster, WeighedAction action) {
        bootstrap.add(cluster, action);
    }

    private void addValueOfCluster(double value) {
        if (bernstein != null) {
            bernstein.add(value);
        }
        if (sequence != null) {
            sequence.add(value);
        }
    }

    void merge(JudgedEstimator other) {
        if (!other.asked.estimator().reading().equals(asked.estimator().reading())) {
            throw new IllegalArgumentException(
                    "another estimator than " + asked.estimator().reading().name());
        }
        bootstrap.merge(other.bootstrap);
        if (bernstein != null && other.bernstein != null) {
            bernstein.merge(other.bernstein);
        }
        sequence = null;
    }

    /** @param reasons against any estimate */
    Estimate estimate(List<String> reasons) {
        Reading reading = asked.estimator().reading();
        if (!reasons.isEmpty()) {
            return Estimate.refused(reading, String.join("; ", reasons));
        }
        double value = bootstrap.value();
        if (!Double.isFinite(value)) {
            return Estimate.refused(reading, "the rows do not tell");
        }
        return new Estimate(
                reading,
                value,
                bootstrap.studentised(confidence).orElse(null),
                bernstein == null ? null : bernstein.interval(confidence),
                sequence == null ? null : sequence.interval(),
                null);
    }
}
