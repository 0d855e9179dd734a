package dev.counterpoint.infra.cassandra.comparisons;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.infra.cassandra.Keyspaces;
import dev.counterpoint.training.evaluation.Comparison;
import dev.counterpoint.training.evaluation.Comparison.Figure;
import dev.counterpoint.training.evaluation.Comparison.Support;
import dev.counterpoint.training.evaluation.Comparison.Value;
import dev.counterpoint.training.offpolicy.Interval;
import dev.counterpoint.training.offpolicy.WeightAudit.HeavyRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CassandraComparisonsIT {
    private final CassandraComparisons comparisons = new CassandraComparisons(Keyspaces.shared());

    @Test
    void what_was_put_is_found_as_it_was_and_may_be_put_again() {
        Comparison comparison = comparison(1.0 / 3);
        comparisons.put("run", comparison(2));
        comparisons.put("run", comparison);

        assertThat(comparisons.find("run")).contains(comparison);
        assertThat(comparisons.find("another")).isEmpty();
    }

    private static Comparison comparison(double value) {
        Support support = new Support(2_100, 9_000, 1_999.5, 1, 0.01, List.of(new HeavyRow("d-1 row 0 column 3", 7.5)));
        Value given = new Value(
                "deep-1",
                "click",
                Comparison.ALL,
                "DR",
                "marginal",
                "an assumption",
                true,
                new Figure(value, 0.1, new Interval(value - 0.2, value + 0.2, 0.95)),
                new Figure(0.05, 0.02, null),
                new Interval(0.01, 0.09, 0.95),
                0.056,
                Map.of("popularity", new Figure(0.4, 0.03, null)),
                support,
                List.of());
        Value refused = new Value(
                "deep-1",
                "click",
                "country=SE",
                "DR",
                "marginal",
                "an assumption",
                true,
                null,
                null,
                null,
                null,
                Map.of(),
                support,
                List.of("12 clusters are fewer than 2000"));
        return new Comparison(
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2026-01-02T00:00:00.000001Z"),
                0.95,
                100_000,
                List.of(),
                List.of(given, refused),
                List.of("beware"));
    }
}
