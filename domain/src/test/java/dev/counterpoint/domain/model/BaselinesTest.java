package dev.counterpoint.domain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.counterpoint.domain.feature.FeatureInputs;
import dev.counterpoint.domain.feature.FeatureMatrix;
import dev.counterpoint.domain.feature.FeatureSet;
import dev.counterpoint.domain.feature.HomeFeatures;
import dev.counterpoint.domain.feature.Situations;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BaselinesTest {
    private final FeatureInputs inputs = Situations.anyInputs(3, 300, 20);
    private final FeatureMatrix matrix = FeatureMatrix.of(HomeFeatures.newest(), inputs);

    @Test
    void scores_are_within_zero_and_one_and_the_same_each_time() {
        for (Scorer scorer : Baselines.all()) {
            FeatureMatrix its = FeatureMatrix.of(scorer.featureSet(), inputs);
            float[] scores = scorer.score(its);

            assertThat(scores).hasSize(matrix.rows()).containsExactly(scorer.score(its));
            for (float score : scores) {
                assertThat(score).isGreaterThan(0).isLessThan(1);
            }
        }
    }

    @Test
    void popularity_orders_as_the_statistics_do() {
        float[] scores = Baselines.popularity().score(matrix);
        int column = HomeFeatures.newest().columnOf("cardPopularity");

        for (int one = 0; one < scores.length; one++) {
            for (int other = 0; other < scores.length; other++) {
                if (matrix.value(one, column) > matrix.value(other, column) + 1e-6) {
                    assertThat(scores[one]).isGreaterThan(scores[other]);
                }
            }
        }
    }

    @Test
    void the_first_ones_keep_their_names_and_features_and_the_new_ones_have_others() {
        assertThat(Baselines.all())
                .extracting(Scorer::modelId, scorer -> scorer.featureSet().name())
                .containsExactly(
                        tuple("baseline-linear-3", "home-2"),
                        tuple("baseline-popularity-2", "home-2"),
                        tuple("baseline-linear-2", "home-2"),
                        tuple("baseline-linear-1", "home-1"),
                        tuple("baseline-popularity-1", "home-1"));
    }

    @Test
    void extreme_logits_stay_within_zero_and_one() {
        for (double bias : new double[] {-1e9, 1e9}) {
            float score = new LinearScorer("m", HomeFeatures.newest(), Map.of(), bias).score(matrix)[0];

            assertThat(score).isGreaterThan(0).isLessThan(1);
        }
    }

    @Test
    void a_matrix_of_another_set_is_refused() {
        FeatureSet other = new FeatureSet("other-1", HomeFeatures.newest().features());
        FeatureMatrix otherMatrix = FeatureMatrix.of(other, inputs);

        assertThatThrownBy(() -> Baselines.linear().score(otherMatrix))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("other-1");
    }

    @Test
    void a_weight_for_an_unknown_feature_is_refused() {
        assertThatThrownBy(() -> new LinearScorer("m", HomeFeatures.newest(), Map.of("typo", 1.0), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("typo");
    }
}
