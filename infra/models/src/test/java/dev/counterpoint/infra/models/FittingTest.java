package dev.counterpoint.infra.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.counterpoint.domain.feature.HomeFeatures;
import dev.counterpoint.domain.model.Scorer;
import dev.counterpoint.training.fit.Estimator;
import dev.counterpoint.training.fit.FitProgress;
import dev.counterpoint.training.fit.FitStoppedException;
import dev.counterpoint.training.fit.Fitted;
import dev.counterpoint.training.row.ExposureWeights;
import dev.counterpoint.training.row.Reward;
import dev.counterpoint.training.row.TimeSplit;
import dev.counterpoint.training.row.TrainingRows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FittingTest {
    /** Fresh cards in the morning, old ones in the evening. */
    private static final TimeSplit BY_THE_HOUR =
            MadeUpRows.following(row -> 6 * row.of("hourSin") * (row.of("cardFreshness28d") - 0.5), 12_000, 1);

    private static final TimeSplit LINEAR =
            MadeUpRows.following(row -> 4 * row.of("tagAffinity28d") - 2 * row.of("fatigue") - 0.5, 12_000, 2);

    /** Neither tells anything alone, and no cross of the logistic regression has both. */
    private static final TimeSplit TOGETHER = MadeUpRows.following(
            row -> 20 * (row.of("cardFreshness28d") - 0.5) * (row.of("tagAffinity28d") - 0.5), 12_000, 4);

    /** One row in twenty or so earns. */
    private static final TimeSplit RARE =
            MadeUpRows.following(row -> 3 * row.of("tagAffinity28d") - 2 * row.of("fatigue") - 4, 12_000, 5);

    private static final TimeSplit PLACED = MadeUpRows.byPlace(12_000, 6);

    private final FittedModels models = new FittedModels(List.of(HomeFeatures.HOME_1));

    private static Estimator estimator(String name) {
        return FittedModels.estimators().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Fitted fit(String name, TimeSplit rows) {
        return estimator(name).fit(rows, 7, FitProgress.unobserved());
    }

    @ParameterizedTest
    @ValueSource(strings = {"logistic", "logistic-plain", "deep", "factorization", "trees"})
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

    @ParameterizedTest
    @ValueSource(strings = {"logistic", "logistic-plain", "deep", "factorization", "trees"})
    void what_a_place_did_is_not_taken_for_what_cards_are(String name) {
        double aware = difference(models.of(fit(name, PLACED).artifact()));
        double blind = difference(models.of(fit(name, withoutPlaces(PLACED)).artifact()));

        assertThat(blind).isGreaterThan(0.08);
        // Decay keeps what places do small, so some of it stays with the cards: most in factorization.
        assertThat(Math.abs(aware)).isLessThan((name.equals("factorization") ? 0.8 : 0.5) * blind);
    }

    /** Of the scores of cards if they were fresh and if they were old, on average. */
    private static double difference(Scorer scorer) {
        int rows = 200;
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += scorer.score(MadeUpRows.pageOf(PLACED.later(), row, Map.of("cardFreshness28d", 0.9f)))[0]
                    - scorer.score(MadeUpRows.pageOf(PLACED.later(), row, Map.of("cardFreshness28d", 0.1f)))[0];
        }
        return sum / rows;
    }

    private static TimeSplit withoutPlaces(TimeSplit placed) {
        return new TimeSplit(withoutPlaces(placed.earlier()), withoutPlaces(placed.later()), placed.fromMicros());
    }

    private static TrainingRows withoutPlaces(TrainingRows placed) {
        TrainingRows.Builder rows = TrainingRows.of(placed.set(), Reward.CLICK, ExposureWeights.STANDARD);
        for (int row = 0; row < placed.rows(); row++) {
            float[] features = new float[placed.set().size()];
            placed.copyFeatures(row, features, 0);
            rows.add(features, placed.label(row), placed.weight(row), placed.moment(row));
        }
        return rows.build();
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
    @ValueSource(strings = {"factorization", "trees"})
    void what_only_two_inputs_together_tell_is_learned_without_being_told_which(String name) {
        double plain = bestLoss(fit("logistic-plain", TOGETHER));
        double crossed = bestLoss(fit("logistic", TOGETHER));

        assertThat(bestLoss(fit(name, TOGETHER))).isLessThan(plain - 0.05).isLessThan(crossed - 0.05);
    }

    private static double bestLoss(Fitted fitted) {
        return fitted.epochs().get(fitted.best()).heldOutLoss();
    }

    @ParameterizedTest
    @ValueSource(strings = {"logistic", "logistic-plain", "deep", "factorization", "trees"})
    void later_rows_come_true_as_often_as_was_said(String name) {
        Fitted fitted = fit(name, RARE);
        Scorer scorer = models.of(fitted.artifact());

        assertThat(meanScore(scorer, RARE.later()))
                .isCloseTo(meanLabel(RARE.later()), offset(0.02 * meanLabel(RARE.later())));
    }

    private static double meanScore(Scorer scorer, TrainingRows rows) {
        return weightedMean(rows, row -> scorer.score(MadeUpRows.pageOf(rows, row))[0]);
    }

    private static double meanLabel(TrainingRows rows) {
        return weightedMean(rows, rows::label);
    }

    private static double weightedMean(TrainingRows rows, IntToDoubleFunction values) {
        double sum = 0;
        double weights = 0;
        for (int row = 0; row < rows.rows(); row++) {
            sum += rows.weight(row) * values.applyAsDouble(row);
            weights += rows.weight(row);
        }
        return sum / weights;
    }

    @ParameterizedTest
    @ValueSource(strings = {"logistic", "deep", "factorization", "trees"})
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

    @ParameterizedTest
    @ValueSource(strings = {"logistic", "deep", "factorization", "trees"})
    void progress_grows_to_1_and_may_end_it(String name) {
        List<Double> shares = new ArrayList<>();
        estimator(name).fit(LINEAR, 7, shares::add);

        assertThat(shares).isSorted().first().isEqualTo(0.0);
        assertThat(shares).last().isEqualTo(1.0);
        assertThatThrownBy(() -> estimator(name).fit(LINEAR, 7, share -> share < 0.02))
                .isInstanceOf(FitStoppedException.class)
                .hasMessageContaining(name + " was stopped at 2 %");
    }

    @ParameterizedTest
    @ValueSource(strings = {"logistic", "factorization", "trees"})
    void rows_that_all_earned_or_none_are_refused(String name) {
        TimeSplit none = MadeUpRows.following(row -> -1_000, 100, 3);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit(name, none))
                .withMessage(name + " cannot learn from 80 rows of which 0 earned a reward");
    }
}
