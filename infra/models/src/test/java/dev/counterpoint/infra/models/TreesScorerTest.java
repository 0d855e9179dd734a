package dev.counterpoint.infra.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.counterpoint.domain.encoding.UnreadableBytesException;
import dev.counterpoint.domain.feature.FeatureMatrix;
import dev.counterpoint.domain.feature.HomeFeatures;
import dev.counterpoint.domain.model.ModelArtifact;
import dev.counterpoint.domain.model.Scorer;
import dev.counterpoint.training.fit.Calibration;
import dev.counterpoint.training.fit.FitProgress;
import dev.counterpoint.training.row.TimeSplit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TreesScorerTest {
    private static final TimeSplit ROWS = MadeUpRows.following(row -> 6 * row.of("cardFreshness28d") - 3, 3_000, 1);
    private static final ModelArtifact ARTIFACT = new TreesEstimator(TreesRecipe.STANDARD)
            .fit(ROWS, 7, FitProgress.unobserved())
            .artifact();

    private final FittedModels models = new FittedModels(List.of(HomeFeatures.HOME_1));

    private static Trees with(Trees trees, int rounds, Calibration calibration) {
        return new Trees(trees.featureSet(), trees.features(), trees.position(), rounds, calibration, trees.booster());
    }

    private Scorer scorer(Trees trees) {
        return models.of(new ModelArtifact("any", TreesBytes.encode(trees)));
    }

    @Test
    void fresh_cards_are_first_if_rows_say_so() {
        assertThat(models.of(ARTIFACT).score(Pages.at(9, 4)))
                .satisfies(scores -> assertThat(scores[0]).isGreaterThan(scores[3] + 0.3f));
    }

    @Test
    void bytes_come_back_as_they_were_and_score_the_same() {
        FeatureMatrix page = Pages.at(9, 30);
        byte[] again = TreesBytes.encode(TreesBytes.decode(ARTIFACT.bytes()));

        assertThat(again).isEqualTo(ARTIFACT.bytes());
        assertThat(models.of(new ModelArtifact("any", again)).score(page))
                .isEqualTo(models.of(ARTIFACT).score(page));
    }

    @Test
    void a_pair_has_the_same_score_alone_as_among_others() {
        Scorer scorer = models.of(ARTIFACT);

        assertThat(scorer.score(Pages.at(9, 30))).startsWith(scorer.score(Pages.at(9, 1)));
        assertThat(scorer.score(Pages.at(9, 0))).isEmpty();
    }

    @Test
    void the_calibration_is_in_the_scores() {
        Trees trees = TreesBytes.decode(ARTIFACT.bytes());
        FeatureMatrix page = Pages.at(9, 3);
        float[] raw = scorer(with(trees, trees.rounds(), Calibration.NONE)).score(page);
        float[] moved =
                scorer(with(trees, trees.rounds(), new Calibration(0.5, 2))).score(page);

        for (int pair = 0; pair < raw.length; pair++) {
            double logit = Math.log(raw[pair] / (1 - raw[pair]));
            assertThat((double) moved[pair]).isCloseTo(1 / (1 + Math.exp(-0.5 * logit - 2)), within(1e-5));
        }
    }

    @Test
    void rounds_after_the_best_do_not_count() {
        Trees trees = TreesBytes.decode(ARTIFACT.bytes());
        FeatureMatrix page = Pages.at(9, 30);

        assertThat(scorer(with(trees, trees.rounds() - 1, trees.calibration())).score(page))
                .isNotEqualTo(models.of(ARTIFACT).score(page));
        assertThat(scorer(with(trees, trees.rounds() + 1, trees.calibration())).score(page))
                .isNotEqualTo(models.of(ARTIFACT).score(page));
    }

    @Test
    void threads_that_share_a_scorer_all_get_the_same_bits() throws Exception {
        Scorer scorer = models.of(ARTIFACT);
        FeatureMatrix page = Pages.at(9, 200);
        float[] alone = scorer.score(page);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<float[]> score = () -> scorer.score(page);
            List<Future<float[]>> all = new ArrayList<>();
            IntStream.range(0, 400).forEach(any -> all.add(threads.submit(score)));
            for (Future<float[]> each : all) {
                assertThat(each.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void the_stored_form_never_changes() {
        Trees trees = new Trees("home-1", 2, new float[] {0.5f, 1}, 3, new Calibration(0.5, -1), new byte[] {1, -1});

        assertThat(new ModelArtifact("any", TreesBytes.encode(trees)).digest().hex())
                .isEqualTo("bbeb35c09d76444c5d8f287ba22c3d5e57c0071f5fda7b330269af4ad49cf153");
    }

    @Test
    void bytes_that_are_no_trees_are_refused() {
        Trees trees = TreesBytes.decode(ARTIFACT.bytes());
        Trees unknown = new Trees("home-1", 5, new float[2], 1, Calibration.NONE, trees.booster());
        Trees broken = new Trees("home-1", trees.features(), new float[2], 1, Calibration.NONE, new byte[] {'{', 1, 2});

        assertThatExceptionOfType(UnreadableBytesException.class)
                .isThrownBy(() -> scorer(unknown))
                .withMessage("nobody here knows features home-1 of 5");
        assertThatExceptionOfType(UnreadableBytesException.class)
                .isThrownBy(() -> scorer(broken))
                .withMessage("XGBoost cannot read these trees of home-1");
    }
}
