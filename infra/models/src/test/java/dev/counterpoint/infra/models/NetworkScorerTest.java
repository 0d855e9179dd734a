package dev.counterpoint.infra.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.counterpoint.domain.encoding.UnreadableBytesException;
import dev.counterpoint.domain.feature.FeatureMatrix;
import dev.counterpoint.domain.feature.HomeFeatures;
import dev.counterpoint.domain.model.ModelArtifact;
import dev.counterpoint.domain.model.Scorer;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkScorerTest {
    private static final int FEATURES = HomeFeatures.HOME_1.size();

    private final FittedModels models = new FittedModels(List.of(HomeFeatures.HOME_1));

    static Stream<Network> networks() {
        Crosses crosses = Crosses.of(HomeFeatures.HOME_1);
        return Stream.of(
                network(1, Crosses.NONE, List.of(), 0),
                network(2, crosses, List.of(), 0),
                network(3, Crosses.NONE, List.of(64, 64), 0),
                network(4, crosses, List.of(5), 0),
                network(5, Crosses.NONE, List.of(), 8));
    }

    static Stream<Network> networksWithoutFactors() {
        return networks().filter(network -> network.factors().length == 0);
    }

    private static Network network(long seed, Crosses crosses, List<Integer> hidden, int factors) {
        Random random = new Random(seed);
        List<Integer> widths = new NetworkShape(FEATURES, crosses.left().length, hidden, factors).widths();
        List<Network.Layer> layers = IntStream.range(0, widths.size() - 1)
                .mapToObj(layer -> new Network.Layer(
                        floats(random, widths.get(layer) * widths.get(layer + 1)),
                        floats(random, widths.get(layer + 1))))
                .toList();
        return new Network(
                "home-1",
                floats(random, FEATURES),
                floats(random, FEATURES),
                crosses.left(),
                crosses.right(),
                layers,
                floats(random, FEATURES * factors));
    }

    private static float[] floats(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (0.2 * random.nextGaussian());
        }
        return values;
    }

    private Scorer scorer(Network network) {
        return models.of(new ModelArtifact("any", NetworkBytes.encode(network)));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void scores_equal_a_plain_computation_in_double(Network network) {
        FeatureMatrix page = Pages.at(9, 30);

        float[] scores = scorer(network).score(page);

        assertThat(scores).hasSize(30);
        for (int row = 0; row < scores.length; row++) {
            assertThat((double) scores[row]).isCloseTo(PlainNetwork.score(network, page, row), within(2e-6));
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void bytes_come_back_as_they_were(Network network) {
        byte[] bytes = NetworkBytes.encode(network);

        assertThat(NetworkBytes.encode(NetworkBytes.decode(bytes))).isEqualTo(bytes);
        assertThat(NetworkBytes.decode(bytes).shape()).isEqualTo(network.shape());
    }

    @Test
    void the_stored_form_never_changes() {
        Network network = new Network(
                "home-1",
                new float[] {1, 2},
                new float[] {0.5f, 0.25f},
                new int[] {0},
                new int[] {1},
                List.of(new Network.Layer(new float[] {1, -1, 2}, new float[] {3})),
                new float[0]);

        assertThat(new ModelArtifact("any", NetworkBytes.encode(network))
                        .digest()
                        .hex())
                .isEqualTo("269455ce618c9a06ed219ab6eeb5d9c3614f0d2c120f3bf383aaa59125d2502f");
    }

    @Test
    void the_stored_form_with_factors_never_changes() {
        Network network = new Network(
                "home-1",
                new float[] {1, 2},
                new float[] {0.5f, 0.25f},
                new int[0],
                new int[0],
                List.of(new Network.Layer(new float[] {1, -1}, new float[] {3})),
                new float[] {4, 5, 6, 7});

        assertThat(new ModelArtifact("any", NetworkBytes.encode(network))
                        .digest()
                        .hex())
                .isEqualTo("ddc5503353a640fcd3d859bab2dd99805d615c804f10790a5a646bd62826bf43");
    }

    @Test
    void the_first_form_stays_readable_and_scores_by_tensorflow() {
        Network network = networks().toList().get(1);
        byte[] first = NetworkBytes.encode(network);
        first[0] = 1;

        assertThat(models.of(new ModelArtifact("any", first))).isInstanceOf(NetworkScorer.class);
        assertThat(NetworkBytes.encode(NetworkBytes.decode(first))).isEqualTo(NetworkBytes.encode(network));
    }

    @ParameterizedTest
    @MethodSource("networksWithoutFactors")
    void without_hidden_layers_a_loop_scores_as_tensorflow_does(Network network) {
        byte[] bytes = NetworkBytes.encode(network);
        Scorer served = models.of(new ModelArtifact("any", bytes));
        bytes[0] = 1;
        Scorer byTensorFlow = models.of(new ModelArtifact("any", bytes));
        boolean isLogistic = network.layers().size() == 1;

        assertThat(served).isInstanceOf(isLogistic ? LogisticScorer.class : NetworkScorer.class);
        for (int hour : new int[] {0, 9}) {
            FeatureMatrix page = Pages.at(hour, 30);
            assertThat(served.score(page))
                    .usingComparatorWithPrecision(2e-6f)
                    .containsExactly(byTensorFlow.score(page));
        }
    }

    @Test
    void a_loop_follows_what_changes_from_row_to_row() {
        Network network = networks().toList().get(1);
        FeatureMatrix morning = Pages.at(9, 1);
        FeatureMatrix night = Pages.at(0, 1);
        Scorer scorer = scorer(network);

        assertThat(scorer.score(morning)).isNotEqualTo(scorer.score(night));
        assertThat((double) scorer.score(night)[0]).isCloseTo(PlainNetwork.score(network, night, 0), within(2e-6));
    }

    @Test
    void threads_that_share_a_scorer_all_get_the_same_bits() throws Exception {
        Scorer scorer = scorer(networks().toList().get(2));
        FeatureMatrix page = Pages.at(9, 200);
        float[] alone = scorer.score(page);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<float[]> score = () -> scorer.score(page);
            List<Future<float[]>> all = IntStream.range(0, 200)
                    .mapToObj(any -> threads.submit(score))
                    .toList();
            for (Future<float[]> each : all) {
                assertThat(each.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_page_without_candidates_has_no_scores() {
        assertThat(scorer(networks().toList().get(0)).score(Pages.at(9, 0))).isEmpty();
    }

    @Test
    void bytes_of_unknown_features_or_of_something_else_are_refused() {
        Network other = new Network(
                "home-99",
                new float[1],
                new float[1],
                new int[0],
                new int[0],
                List.of(new Network.Layer(new float[1], new float[1])),
                new float[0]);

        assertThatExceptionOfType(UnreadableBytesException.class)
                .isThrownBy(() -> scorer(other))
                .withMessage("nobody here knows features home-99 of 1");
        assertThatExceptionOfType(UnreadableBytesException.class)
                .isThrownBy(() -> models.of(new ModelArtifact("any", new byte[] {9})))
                .withMessage("models are written in form 1 to 4, not 9");
    }
}
