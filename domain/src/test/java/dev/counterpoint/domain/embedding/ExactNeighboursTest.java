package dev.counterpoint.domain.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.embedding.Neighbours.Neighbour;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExactNeighboursTest {
    private static final int CARDS = 300;
    private static final float[] VALUES = MadeUpVectors.values(CARDS, 1);
    private static final CardVectors VECTORS = CardVectors.of(MadeUpVectors.cards(CARDS), VALUES);

    private final Neighbours neighbours = new ExactNeighbours(VECTORS);

    @Test
    void the_nearest_are_those_with_the_largest_cosines_in_order() {
        double[] vector = MadeUpVectors.vector(VALUES, 7);
        List<Neighbour> all = MadeUpVectors.cards(CARDS).stream()
                .map(card ->
                        new Neighbour(card, VECTORS.cosine(vector, CardVectors.lengthOf(vector), VECTORS.rowOf(card))))
                .sorted(Comparator.comparingDouble(Neighbour::cosine).reversed().thenComparing(Neighbour::card))
                .toList();

        assertThat(neighbours.nearest(vector, 20)).isEqualTo(all.subList(0, 20));
        assertThat(neighbours.nearest(vector, 1)).extracting(Neighbour::card).containsExactly(new CardId("card-7"));
        assertThat(neighbours.nearest(vector, 2 * CARDS)).isEqualTo(all);
    }

    @Test
    void cards_in_the_same_direction_are_in_the_order_of_their_ids() {
        float[] same = new float[4 * CardVectors.DIMENSIONS];
        for (int card = 0; card < 4; card++) {
            same[card * CardVectors.DIMENSIONS] = 1 + card;
        }
        Neighbours even = new ExactNeighbours(
                CardVectors.of(List.of(new CardId("d"), new CardId("b"), new CardId("c"), new CardId("a")), same));
        double[] vector = new double[CardVectors.DIMENSIONS];
        vector[0] = 1;

        assertThat(even.nearest(vector, 2))
                .extracting(neighbour -> neighbour.card().value())
                .containsExactly("a", "b");
    }

    @Test
    void a_vector_without_length_has_no_neighbours() {
        assertThat(neighbours.nearest(new double[CardVectors.DIMENSIONS], 10)).isEmpty();
        assertThat(Neighbours.none().nearest(MadeUpVectors.vector(VALUES, 0), 10))
                .isEmpty();
    }
}
