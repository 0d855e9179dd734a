package dev.counterpoint.training.offpolicy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole judgement of one log of weighed actions: every estimate with its intervals, or why there is none. The rows of a cluster must come
 * together. It takes the same memory for any number of rows and clusters. Not thread-safe: a thread has one of its own, for clusters of its own,
 * and merges it in the end.
 *
 * <p>The gate is for all estimators alike. The direct method divides by no probability; but where the log says little of what the other policy does,
 * it says as little of whether the model is right there, and a number that cannot be checked is not given.
 */
public final class LogEvaluation {
    private final Settings settings;
    private final PoissonTimes times;
    private final WeightAudit audit = new WeightAudit();
    private final List<JudgedEstimator> judging = new ArrayList<>();

    /**
     * An estimator that is asked.
     *
     * @param bounds of a row's term, where they are stated; only an estimator whose {@link Coverage} is of any number has use of them, and only
     *     where no row's term depends on other rows: not where a model was fitted on this log
     */
    public record Asked(
            OffPolicyEstimator<WeighedAction> estimator,
            @Nullable Bounds bounds) {
        public Asked {
            if (bounds != null && estimator.reading().coverage() != Coverage.ANY_NUMBER) {
                throw new IllegalArgumentException(estimator.reading().name() + " has no use of bounds");
            }
        }

        public static Asked of(OffPolicyEstimator<WeighedAction> estimator) {
            return new Asked(estimator, null);
        }
    }

    /**
     * @param replicates of each bootstrap, at least 100
     * @param confidence of every interval by itself, within (0, 1)
     */
    public record Settings(int replicates, double confidence, long seed, HonestyGate gate) {
        public Settings {
            Interval.requireConfidence(confidence);
        }
    }

    /** @throws IllegalArgumentException if an estimator has no interval, or there are too few replicates */
    public LogEvaluation(List<Asked> asked, Settings settings) {
        this.settings = settings;
        this.times = new PoissonTimes(settings.seed());
        asked.forEach(each -> judging.add(new JudgedEstimator(each, settings, times)));
    }

    /** Of a log that does not say what the other policy does outside it; see {@link #add(long, String, WeighedAction, double)}. */
    public void add(long cluster, String row, WeighedAction action) {
        audit.add(cluster, row, action.weight(), action.reward());
        judging.forEach(each -> each.add(cluster, action));
    }

    /**
     * @param cluster as for {@link ClusteredBootstrap#add}
     * @param row by which a reader finds it
     * @param unsupported how much of the other policy's probability lies, in the context of this row, on what is never logged there
     * @throws IllegalArgumentException if a cluster's term is not between the bounds that were stated
     */
    public void add(long cluster, String row, WeighedAction action, double unsupported) {
        audit.add(cluster, row, action.weight(), action.reward(), unsupported);
        judging.forEach(each -> each.add(cluster, action));
    }

    /**
     * Adds all that another one has seen, of other clusters. Sequences know one order only: they are left out from then on.
     *
     * @throws IllegalArgumentException if the other one is asked for something else
     */
    public void merge(LogEvaluation other) {
        if (!other.settings.equals(settings) || other.judging.size() != judging.size()) {
            throw new IllegalArgumentException("an evaluation with other settings or estimators");
        }
        audit.merge(other.audit);
        for (int i = 0; i < judging.size(); i++) {
            judging.get(i).merge(other.judging.get(i));
        }
    }

    public Judgement judgement() {
        WeightAudit.Overlap overlap = audit.overlap();
        List<String> reasons = settings.gate().reasonsAgainst(overlap);
        return new Judgement(
                overlap,
                reasons,
                judging.stream().map(each -> each.estimate(reasons)).toList());
    }
}
