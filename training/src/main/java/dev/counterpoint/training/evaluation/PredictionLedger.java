package dev.counterpoint.training.evaluation;

import dev.counterpoint.domain.home.Arm;
import dev.counterpoint.training.evaluation.Comparison.Figure;
import dev.counterpoint.training.evaluation.Comparison.Value;
import dev.counterpoint.training.offpolicy.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was predicted of models from logs of others, against what they were measured to earn once they served: how far off-policy estimates can be
 * believed here. Both are differences to the popularity arm of their own time, since that arm never changes, while seasons do.
 */
public final class PredictionLedger {
    private PredictionLedger() {}

    /** What one run found. */
    public record Run(String runId, Comparison comparison) {}

    /**
     * A prediction and a later measurement.
     *
     * @param predicted rewards a page over the popularity arm, as the run said that learned the model
     * @param measured the same, as a later run measured on the pages that the model served
     */
    public record Entry(
            String model,
            String reward,
            String predictingRun,
            String estimator,
            Figure predicted,
            String measuringRun,
            Figure measured) {
        /** Whether the measured interval and the predicted one have a value in common. */
        public boolean isKept() {
            Interval foretold = predicted.interval();
            Interval found = measured.interval();
            return foretold != null
                    && found != null
                    && foretold.low() <= found.high()
                    && found.low() <= foretold.high();
        }
    }

    /** @param runs in the order of their requests */
    public static List<Entry> of(List<Run> runs) {
        Map<String, Entry> open = new LinkedHashMap<>();
        List<Entry> entries = new ArrayList<>();
        for (Run run : runs) {
            for (Value value : run.comparison().values()) {
                open.forEach((name, prediction) ->
                        measured(run, value, name, prediction).ifPresent(entries::add));
            }
            for (Value value : run.comparison().values()) {
                prediction(run, value)
                        .ifPresent(entry -> open.putIfAbsent(nameOf(entry.model(), entry.reward()), entry));
            }
        }
        return entries;
    }

    private static String nameOf(String model, String reward) {
        return ComparedPolicies.nameOf(model) + " " + reward;
    }

    private static Optional<Entry> measured(Run run, Value value, String name, Entry prediction) {
        return name.equals(value.policy() + " " + value.reward())
                ? overPopularity(value)
                        .map(found -> new Entry(
                                prediction.model(),
                                prediction.reward(),
                                prediction.predictingRun(),
                                prediction.estimator(),
                                prediction.predicted(),
                                run.runId(),
                                found))
                : Optional.empty();
    }

    /** The first one counts: it is of the run that learned the model, before anybody was served by it. */
    private static Optional<Entry> prediction(Run run, Value value) {
        return value.estimator().equals("on-policy")
                ? Optional.empty()
                : overPopularity(value)
                        .map(figure -> new Entry(
                                value.policy(),
                                value.reward(),
                                run.runId(),
                                value.estimator(),
                                figure,
                                run.runId(),
                                figure));
    }

    private static Optional<Figure> overPopularity(Value value) {
        return Optional.ofNullable(value.overArms().get(Arm.POPULARITY.written()));
    }
}
