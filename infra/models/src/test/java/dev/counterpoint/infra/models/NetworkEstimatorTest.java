package dev.counterpoint.infra.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.domain.feature.HomeFeatures;
import dev.counterpoint.domain.model.Scorer;
import dev.counterpoint.training.fit.Estimator;
import dev.counterpoint.training.fit.FitProgress;
import dev.counterpoint.training.fit.FitStoppedException;
import dev.counterpoint.training.fit.Fitted;
import dev.counterpoint.training.row.TimeSplit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkEstimatorTest {
    /** Fresh cards in the morning, old ones in the evening. */
    private static final TimeSplit BY_THE_HOUR =
            MadeUpRows.following(row -> 6 * row.of("hourSin") * (row.of("cardFreshness28d") - 0.5), 12_000, 1);

    private static final TimeSplit LINEAR =
            MadeUpRows.following(row -> 4 * row.of("tagAffinity28d") - 2 * row.of("fatigue") - 0.5, 12_000, 2);

    private final TensorFlowModels models = new TensorFlowModels(List.of(HomeFeatures.HOME_1));

    private static Estimator estimator(String name) {
        return TensorFlowModels.estimators().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Fitted fit(String name, TimeSplit rows) {
        return estimator(name).fit(rows, 7, FitProgress.unobserved());
    }

    @ParameterizedTest
    @ValueSource(strings = {"logistic", "logistic-plain", "deep"})
    void a_law_that_holds_is_learned(String name) {
        Fitted fitted = fit(name, LINEAR);

        double best = fitted.epochs().get(fitted.best()).heldOutLoss();
        assertThat(best).isLessThan(0.9 * Math.log(2));
        assertThat(fitted.epochs())
                .allSatisfy(epoch -> assertThat(epoch.heldOutLoss()).isGreaterThanOrEqualTo(best));
    }

    @Test
    void without_crosses_a_shelf_has_the_same_order_at_every_hour_and_with_crosses_it_has_not() {
        Scorer plain = models.of(fit("logistic-plain", BY_THE_HOUR).artifact());
        Scorer crossed = models.of(fit("logistic", BY_THE_HOUR).artifact());

        assertThat(order(plain, 6)).isEqualTo(order(plain, 18)).isEqualTo(order(plain, 13));
        assertThat(order(crossed, 6)).startsWith(0, 1, 2);
        assertThat(order(crossed, 18)).endsWith(2, 1, 0);
    }

    private static List<Integer> order(Scorer scorer, int hour) {
        float[] scores = scorer.score(Pages.at(hour, 6));
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer card) -> -scores[card])
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"logistic", "deep"})
    void the_same_rows_and_seed_give_the_same_bytes(String name) {
        Fitted once = fit(name, LINEAR);

        assertThat(fit(name, LINEAR).artifact().digest())
                .isEqualTo(once.artifact().digest());
        assertThat(estimator(name)
                        .fit(LINEAR, 8, FitProgress.unobserved())
                        .artifact()
                        .digest())
                .isNotEqualTo(once.artifact().digest());
    }

    @Test
    void progress_grows_to_1_and_may_end_it() {
        List<Double> shares = new ArrayList<>();
        estimator("logistic").fit(LINEAR, 7, shares::add);

        assertThat(shares).isSorted().first().isEqualTo(0.0);
        assertThat(shares).last().isEqualTo(1.0);
        assertThatThrownBy(() -> estimator("deep").fit(LINEAR, 7, share -> share < 0.02))
                .isInstanceOf(FitStoppedException.class)
                .hasMessageContaining("deep was stopped at 2 %");
    }

    @Test
    void rows_that_all_earned_or_none_are_refused() {
        TimeSplit none = MadeUpRows.following(row -> -1_000, 100, 3);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit("logistic", none))
                .withMessage("logistic cannot learn from 80 rows of which 0 earned a reward");
    }
}
