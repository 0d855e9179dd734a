package dev.counterpoint.infra.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.embedding.CardVectorBytes;
import dev.counterpoint.domain.embedding.CardVectors;
import dev.counterpoint.domain.embedding.Embeddings;
import dev.counterpoint.training.embedding.FittedVectors;
import dev.counterpoint.training.embedding.PlayMatrix;
import dev.counterpoint.training.fit.FitProgress;
import dev.counterpoint.training.fit.FitStoppedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;

class MatrixFactorizationTest {
    private static final MadeUpTastes TASTES = new MadeUpTastes(1_000, 1);
    private static final FittedVectors FITTED = fit(TASTES, 1);

    private static FittedVectors fit(MadeUpTastes tastes, long seed) {
        return FittedModels.embeddingEstimator().fit(tastes.matrix(), seed, FitProgress.unobserved());
    }

    /** The share of listeners whose next card is among the first ten by a score, of the cards that they have not played. */
    private static double recallAtTen(ToDoubleBiFunction<Integer, CardId> score) {
        int found = 0;
        for (int listener = 0; listener < TASTES.listeners(); listener++) {
            double ofNext = score.applyAsDouble(listener, TASTES.next(listener));
            int better = 0;
            for (CardId card : MadeUpTastes.allCards()) {
                if (!TASTES.told(listener).contains(card) && score.applyAsDouble(listener, card) > ofNext) {
                    better++;
                }
            }
            found += better < 10 ? 1 : 0;
        }
        return found / (double) TASTES.listeners();
    }

    @Test
    void what_is_played_next_is_nearer_than_popularity_says() {
        Embeddings embeddings = Embeddings.of("fitted", FITTED.vectors());
        List<double[]> points = new ArrayList<>();
        for (int listener = 0; listener < TASTES.listeners(); listener++) {
            double[] point = new double[CardVectors.DIMENSIONS];
            TASTES.told(listener).forEach(card -> embeddings.addTo(point, card, 1));
            points.add(point);
        }
        Map<CardId, Double> plays = new HashMap<>();
        for (int listener = 0; listener < TASTES.listeners(); listener++) {
            TASTES.told(listener).forEach(card -> plays.merge(card, 1.0, Double::sum));
        }

        double byCosine = recallAtTen((listener, card) -> embeddings.cosine(points.get(listener), card));
        double byPopularity = recallAtTen((listener, card) -> plays.getOrDefault(card, 0.0));
        double byChance = 10.0 / MadeUpTastes.allCards().size();

        assertThat(byCosine).isGreaterThan(2 * byPopularity).isGreaterThan(5 * byChance);
    }

    @Test
    void cards_of_a_genre_stand_together() {
        Embeddings embeddings = Embeddings.of("fitted", FITTED.vectors());
        double within = meanCosine(embeddings, 0);
        double across = meanCosine(embeddings, 1);

        assertThat(within).isGreaterThan(across + 0.3);
    }

    private static double meanCosine(Embeddings embeddings, int genresApart) {
        double sum = 0;
        int pairs = 0;
        for (int genre = 0; genre < MadeUpTastes.GENRES; genre++) {
            for (int one = 0; one < 10; one++) {
                for (int other = one + 1; other < 10; other++) {
                    double[] vector = new double[CardVectors.DIMENSIONS];
                    embeddings.addTo(vector, MadeUpTastes.card(genre, one), 1);
                    sum += embeddings.cosine(
                            vector, MadeUpTastes.card((genre + genresApart) % MadeUpTastes.GENRES, other));
                    pairs++;
                }
            }
        }
        return sum / pairs;
    }

    @Test
    void the_same_matrix_and_seed_give_the_same_bytes_and_another_seed_gives_others() {
        MadeUpTastes few = new MadeUpTastes(200, 2);

        byte[] once = CardVectorBytes.encode(fit(few, 1).vectors());

        assertThat(CardVectorBytes.encode(fit(few, 1).vectors())).isEqualTo(once);
        assertThat(CardVectorBytes.encode(fit(few, 2).vectors())).isNotEqualTo(once);
    }

    @Test
    void a_matrix_without_cards_that_several_played_is_refused() {
        PlayMatrix empty = PlayMatrix.builder().build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> FittedModels.embeddingEstimator().fit(empty, 1, FitProgress.unobserved()))
                .withMessageContaining("at least 3 listeners");
    }

    @Test
    void a_fit_that_is_asked_to_stop_stops() {
        assertThatThrownBy(() -> FittedModels.embeddingEstimator().fit(TASTES.matrix(), 1, share -> false))
                .isInstanceOf(FitStoppedException.class);
    }
}
