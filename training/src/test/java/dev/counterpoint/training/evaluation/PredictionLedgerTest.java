package dev.counterpoint.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.training.evaluation.Comparison.Figure;
import dev.counterpoint.training.evaluation.Comparison.Support;
import dev.counterpoint.training.evaluation.Comparison.Value;
import dev.counterpoint.training.evaluation.PredictionLedger.Entry;
import dev.counterpoint.training.evaluation.PredictionLedger.Run;
import dev.counterpoint.training.offpolicy.Interval;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PredictionLedgerTest {

    @Test
    void a_model_that_served_later_is_measured_against_what_was_first_predicted_of_it() {
        List<Entry> ledger = PredictionLedger.of(List.of(
                run("first", predicted("deep-1", 0.5), predicted("deep-2", 0.9)),
                run("second", measured("deep-1", 0.52), predicted("deep-1", 0.7)),
                run("third", measured("deep-1", 0.1))));

        assertThat(ledger).extracting(Entry::model).containsExactly("deep-1", "deep-1");
        assertThat(ledger).extracting(Entry::predictingRun).containsOnly("first");
        assertThat(ledger).extracting(Entry::measuringRun).containsExactly("second", "third");
        assertThat(ledger).extracting(entry -> entry.predicted().value()).containsOnly(0.5);
        assertThat(ledger).extracting(Entry::isKept).containsExactly(true, false);
    }

    @Test
    void what_was_withheld_or_never_served_is_no_entry() {
        assertThat(PredictionLedger.of(List.of(
                        run("first", value("deep-1", "DR", Map.of()), predicted("deep-2", 0.4)),
                        run("second", measured("deep-1", 0.3)))))
                .isEmpty();
    }

    private static Run run(String id, Value... values) {
        return new Run(
                id, new Comparison(Instant.EPOCH, Instant.EPOCH, 0.95, 1, List.of(), List.of(values), List.of()));
    }

    private static Value predicted(String model, double value) {
        return value(model, "DR", Map.of("popularity", figure(value)));
    }

    private static Value measured(String model, double value) {
        return value("served by " + model, "on-policy", Map.of("popularity", figure(value)));
    }

    private static Figure figure(double value) {
        return new Figure(value, 0.05, new Interval(value - 0.1, value + 0.1, 0.95));
    }

    private static Value value(String policy, String estimator, Map<String, Figure> overArms) {
        return new Value(
                policy,
                "click",
                Comparison.ALL,
                estimator,
                "marginal",
                "none",
                true,
                null,
                null,
                null,
                null,
                overArms,
                new Support(1, 1, 1, 1, 0, List.of()),
                List.of());
    }
}
