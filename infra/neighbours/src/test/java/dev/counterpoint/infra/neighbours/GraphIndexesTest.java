package dev.counterpoint.infra.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.embedding.CardVectors;
import dev.counterpoint.domain.embedding.ExactNeighbours;
import dev.counterpoint.domain.embedding.Neighbours;
import dev.counterpoint.domain.embedding.Neighbours.Neighbour;
import dev.counterpoint.domain.random.SeededRandom;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GraphIndexesTest {
    private static final int CARDS = 2_000;
    private static final int GENRES = 30;
    private static final CardVectors VECTORS = vectors(CARDS);
    private static final Neighbours GRAPH =
            NeighbourGraph.build(VECTORS, GraphSettings.STANDARD, 2).searchedWith(SearchSettings.STANDARD);
    private static final Neighbours EXACT = new ExactNeighbours(VECTORS);

    private static CardVectors vectors(int count) {
        SeededRandom chance = SeededRandom.of(1, "genres");
        float[] genres = new float[GENRES * CardVectors.DIMENSIONS];
        for (int i = 0; i < genres.length; i++) {
            genres[i] = (float) chance.nextDouble() - 0.5f;
        }
        float[] values = new float[count * CardVectors.DIMENSIONS];
        for (int i = 0; i < values.length; i++) {
            int genre = i / CardVectors.DIMENSIONS % GENRES;
            values[i] = genres[genre * CardVectors.DIMENSIONS + i % CardVectors.DIMENSIONS]
                    + (float) (0.6 * (chance.nextDouble() - 0.5));
        }
        return CardVectors.of(
                IntStream.range(0, count).mapToObj(i -> new CardId("card-" + i)).toList(), values);
    }

    private static double[] towards(int row) {
        double[] vector = new double[CardVectors.DIMENSIONS];
        VECTORS.addTo(vector, row, 1);
        VECTORS.addTo(vector, (row + 1) % CARDS, 0.5);
        return vector;
    }

    @Test
    void nearly_all_of_the_nearest_hundred_are_found() {
        int found = 0;
        for (int row = 0; row < 100; row++) {
            List<CardId> exact = cards(EXACT.nearest(towards(row), 100));
            found += (int) cards(GRAPH.nearest(towards(row), 100)).stream()
                    .filter(exact::contains)
                    .count();
        }
        assertThat(found / 10_000.0).isGreaterThan(0.95);
    }

    /** What a listener with several tastes asks for: its nearest cards lie in several places, with hardly a way from one to the other. */
    @Test
    void a_point_between_far_genres_finds_the_cards_of_all_of_them() {
        CardVectors apart = apart();
        Neighbours exact = new ExactNeighbours(apart);
        Neighbours graph =
                NeighbourGraph.build(apart, GraphSettings.STANDARD, 2).searchedWith(new SearchSettings(200, 50, 60));
        int found = 0;
        for (int asked = 0; asked < 50; asked++) {
            double[] point = new double[CardVectors.DIMENSIONS];
            for (int taste = 0; taste < 3; taste++) {
                apart.addTo(point, apart.rowOf(new CardId("card-" + (asked * 31 + taste * 7) % CARDS)), 1);
            }
            List<CardId> nearest = cards(exact.nearest(point, 50));
            found += (int) cards(graph.nearest(point, 50)).stream()
                    .filter(nearest::contains)
                    .count();
        }
        assertThat(found / 2_500.0).isGreaterThan(0.95);
    }

    /** A hundred genres of twenty cards, close together, in directions of their own. */
    private static CardVectors apart() {
        SeededRandom chance = SeededRandom.of(2, "apart");
        float[] values = new float[CARDS * CardVectors.DIMENSIONS];
        for (int i = 0; i < values.length; i++) {
            int genre = i / CardVectors.DIMENSIONS % 100;
            boolean isUp =
                    SeededRandom.of(genre, "part " + i % CardVectors.DIMENSIONS).nextInt(2) == 0;
            values[i] = (float) ((isUp ? 1 : -1) + 0.5 * (chance.nextDouble() - 0.5));
        }
        return CardVectors.of(
                IntStream.range(0, CARDS).mapToObj(i -> new CardId("card-" + i)).toList(), values);
    }

    private static List<CardId> cards(List<Neighbour> neighbours) {
        return neighbours.stream().map(Neighbour::card).toList();
    }

    @Test
    void what_is_found_stands_at_its_exact_cosine_the_nearest_first_and_no_card_twice() {
        double[] vector = towards(17);
        List<Neighbour> found = GRAPH.nearest(vector, 50);

        assertThat(found).hasSize(50).doesNotHaveDuplicates();
        assertThat(found)
                .isSortedAccordingTo(
                        Comparator.comparingDouble(Neighbour::cosine).reversed().thenComparing(Neighbour::card));
        assertThat(found)
                .allSatisfy(neighbour -> assertThat(neighbour.cosine())
                        .isEqualTo(
                                VECTORS.cosine(vector, CardVectors.lengthOf(vector), VECTORS.rowOf(neighbour.card()))));
    }

    @Test
    void more_can_be_asked_for_than_a_search_keeps_and_than_there_are() {
        assertThat(GRAPH.nearest(towards(3), 500)).hasSize(500);
        assertThat(new GraphIndexes(GraphSettings.STANDARD, 1).of(vectors(10)).nearest(towards(3), 100))
                .hasSize(10);
    }

    @Test
    void a_vector_without_length_has_no_neighbours() {
        assertThat(GRAPH.nearest(new double[CardVectors.DIMENSIONS], 10)).isEmpty();
    }

    @Test
    void few_cards_are_all_looked_at_and_many_are_not() {
        GraphIndexes quickest = new GraphIndexes(new GraphSettings(2, 2), 2);

        assertThat(quickest.of(vectors(5_000))).isInstanceOf(ExactNeighbours.class);
        assertThat(quickest.of(vectors(5_001))).isInstanceOf(GraphNeighbours.class);
    }
}
