package dev.counterpoint.training.run;

import dev.counterpoint.domain.model.ModelCard;
import dev.counterpoint.domain.model.ModelCard.FitSummary;
import dev.counterpoint.domain.model.ModelCard.Lineage;
import dev.counterpoint.domain.model.PolicyValue;
import dev.counterpoint.domain.model.Scorer;
import dev.counterpoint.domain.model.TrainingRequest;
import dev.counterpoint.domain.time.Micros;
import dev.counterpoint.training.evaluation.Comparison;
import dev.counterpoint.training.fit.Fitted;
import dev.counterpoint.training.replay.Window;
import dev.counterpoint.training.row.ExposureWeights;
import dev.counterpoint.training.row.Reward;
import dev.counterpoint.training.row.TimeSplit;
import dev.counterpoint.training.run.CollectingRows.Collected;
import dev.counterpoint.training.run.RunProgress.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** One training, from its request to its models. What it makes depends on the request and on history alone. */
final class Training {
    /** The share of the rows, earliest first, that is fitted; the others say when to stop, and judge. */
    private static final double FITTED = 0.8;

    private final Learning learning;
    private final String runId;
    private final TrainingRequest request;
    private final RunProgress progress;
    private final BooleanSupplier goesOn;

    Training(Learning learning, String runId, TrainingRequest request, RunProgress progress, BooleanSupplier goesOn) {
        this.learning = learning;
        this.runId = runId;
        this.request = request;
        this.progress = progress;
        this.goesOn = goesOn;
    }

    /**
     * @throws TrainingStoppedException if it was asked to
     * @throws IllegalArgumentException if there is nothing to learn from
     */
    void run() {
        Window window = new Window(request.from(), request.to());
        Reward reward = Reward.parse(request.reward());
        Collected collected = new CollectingRows(learning, runId, window, ExposureWeights.STANDARD)
                .collect(reward, share -> at(Step.REPLAYING, share));
        TimeSplit split = TimeSplit.of(collected.rows(), FITTED);
        List<Fitted> fitted = new ArrayList<>();
        for (String name : request.estimators()) {
            fitted.add(fit(name, split, fitted.size()));
        }
        List<Scorer> models = fitted.stream()
                .map(each -> learning.scorers().of(each.artifact()))
                .toList();
        Comparison comparison = new Judging(
                        learning,
                        new Window(Micros.toInstant(split.fromMicros()), request.to()),
                        reward,
                        request.seed(),
                        models)
                .judge(share -> at(Step.JUDGING, share));
        learning.comparisons().put(runId, comparison);
        PolicyValues values = new PolicyValues(comparison, request.reward());
        for (Fitted each : fitted) {
            learning.artifacts().put(each.artifact());
            learning.registry().register(card(each, split, collected, values));
        }
        List<PolicyValue> others = new ArrayList<>(values.arms());
        others.addAll(values.of(Judging.POPULARITY));
        learning.registry()
                .finish(
                        runId,
                        fitted.stream().map(each -> each.artifact().modelId()).toList(),
                        others);
        learning.blocks().drop(runId);
        progress.at(Step.OVER, 1);
    }

    private Fitted fit(String name, TimeSplit split, int done) {
        return learning.estimator(name).fit(split, request.seed(), share -> {
            at(Step.FITTING, (done + share) / request.estimators().size());
            return true;
        });
    }

    private void at(Step step, double share) {
        progress.at(step, share);
        if (!goesOn.getAsBoolean()) {
            throw new TrainingStoppedException();
        }
    }

    private ModelCard card(Fitted fitted, TimeSplit split, Collected collected, PolicyValues values) {
        Fitted.Epoch best = fitted.epochs().get(fitted.best());
        String modelId = fitted.artifact().modelId();
        return new ModelCard(
                modelId,
                fitted.artifact().estimator(),
                fitted.artifact().digest(),
                learning.set().name(),
                new Lineage(
                        runId,
                        request,
                        learning.code(),
                        ExposureWeights.STANDARD.cap(),
                        collected.listeners(),
                        collected.pages(),
                        collected.digest()),
                new FitSummary(
                        split.earlier().rows(),
                        split.later().rows(),
                        fitted.epochs().size(),
                        fitted.best(),
                        best.fitLoss(),
                        best.heldOutLoss()),
                values.of(modelId));
    }
}
