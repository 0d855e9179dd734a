package dev.counterpoint.infra.cli.evaluation;

import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import dev.counterpoint.infra.cli.terminal.Exit;
import dev.counterpoint.infra.cli.terminal.Progress;
import dev.counterpoint.infra.cli.terminal.Terminal;
import dev.counterpoint.training.offpolicy.Bounds;
import dev.counterpoint.training.offpolicy.Judgement;
import dev.counterpoint.training.offpolicy.LogEvaluation;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Judges the rows of a log: at once where each is a cluster of its own, else when all are there and stand by their clusters. */
final class LogJudge implements LogReader.Sink, AutoCloseable {
    private final EvaluationOptions options;
    private final @Nullable Bounds rewards;
    private final double largestWeight;
    private LogEvaluation evaluation;
    private @Nullable ClusterSort byCluster;
    private long rows;

    LogJudge(EvaluationOptions options, @Nullable Bounds rewards, double largestWeight) {
        this.options = options;
        this.rewards = rewards;
        this.largestWeight = largestWeight;
        this.evaluation = new LogEvaluation(List.of(), options.settings());
    }

    @Override
    public void open(boolean hasClusters, boolean hasModel) {
        List<Estimators> estimators = options.estimators(hasModel ? Estimators.WITH_MODEL : Estimators.WITHOUT_MODEL);
        estimators.stream()
                .filter(each -> each.needsModel() && !hasModel)
                .findFirst()
                .ifPresent(each -> {
                    throw new CommandFailedException(
                            Exit.BROKEN_INPUT,
                            each.estimator().reading().name() + " needs predictions, and the first row has none.");
                });
        evaluation = new LogEvaluation(
                estimators.stream()
                        .map(each -> each.asked(rewards, largestWeight, true))
                        .toList(),
                options.settings());
        byCluster = hasClusters ? new ClusterSort() : null;
    }

    @Override
    public void add(WeighedRow row) {
        if (byCluster == null) {
            row.addTo(evaluation);
        } else {
            byCluster.add(row);
        }
        rows++;
    }

    boolean hasClusters() {
        return byCluster != null;
    }

    Judgement judgement(Terminal terminal) {
        if (byCluster != null) {
            judge(byCluster, terminal);
        }
        return evaluation.judgement();
    }

    private void judge(ClusterSort sorted, Terminal terminal) {
        try (Progress progress = terminal.progress("rows by cluster", 0, rows)) {
            AtomicLong done = new AtomicLong();
            sorted.forEach(row -> {
                row.addTo(evaluation);
                progress.reached(done.incrementAndGet());
            });
        }
    }

    @Override
    public void close() {
        if (byCluster != null) {
            byCluster.close();
        }
    }
}
