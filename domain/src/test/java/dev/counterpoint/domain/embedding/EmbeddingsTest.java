package dev.counterpoint.domain.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.Embedding;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmbeddingsTest {
    private static final int CARDS = 500;
    private static final float[] VALUES = MadeUpVectors.values(CARDS, 1);
    private static final Embeddings MADE_UP = Embeddings.of("v1", CardVectors.of(MadeUpVectors.cards(CARDS), VALUES));

    private static Embedding along(int... axes) {
        float[] values = new float[Embedding.DIMENSIONS];
        Arrays.stream(axes).forEach(axis -> values[axis] = 3);
        return new Embedding(values);
    }

    private static CardId card(String id) {
        return new CardId(id);
    }

    @Test
    void cosines_are_those_of_the_vectors_to_a_hundredth() {
        double worst = 0;
        for (int one = 0; one < 50; one++) {
            double[] vector = MadeUpVectors.vector(VALUES, one);
            for (int other = 0; other < CARDS; other++) {
                double exact = MadeUpVectors.cosine(vector, MadeUpVectors.vector(VALUES, other));
                double rounded = MADE_UP.cosine(vector, card("card-" + other));
                worst = Math.max(worst, Math.abs(exact - rounded));
            }
        }
        assertThat(worst).isGreaterThan(0).isLessThan(0.005);
    }

    @Test
    void a_vector_along_one_axis_and_one_between_two_are_at_exactly_their_angle() {
        Embeddings embeddings =
                Embeddings.of("v1", Map.of(card("one"), along(0), card("two"), along(0, 1), card("far"), along(2)));
        double[] one = new double[CardVectors.DIMENSIONS];
        embeddings.addTo(one, card("one"), 2);

        assertThat(one[0]).isEqualTo(2);
        assertThat(embeddings.cosine(one, card("one"))).isEqualTo(1);
        assertThat(embeddings.cosine(one, card("two"))).isCloseTo(Math.sqrt(0.5), within(1e-12));
        assertThat(embeddings.cosine(one, card("far"))).isZero();
    }

    @Test
    void a_card_without_a_vector_adds_nothing_and_is_at_no_angle() {
        double[] sum = new double[CardVectors.DIMENSIONS];
        MADE_UP.addTo(sum, card("unknown"), 1);

        assertThat(sum).containsOnly(0);
        assertThat(MADE_UP.holds(card("unknown"))).isFalse();
        assertThat(MADE_UP.cosine(MadeUpVectors.vector(VALUES, 0), card("unknown")))
                .isZero();
        assertThat(MADE_UP.cosine(sum, card("card-0"))).isZero();
        assertThat(Embeddings.none().isEmpty()).isTrue();
        assertThat(Embeddings.none().version()).isEqualTo("none");
    }

    @Test
    void many_cosines_are_those_of_each() {
        double[] vector = MadeUpVectors.vector(VALUES, 3);
        CardId[] asked = {card("card-3"), card("unknown"), card("card-499"), card("card-0")};

        double[] cosines = MADE_UP.cosines(vector, asked);

        for (int i = 0; i < asked.length; i++) {
            assertThat(cosines[i]).isEqualTo(MADE_UP.cosine(vector, asked[i]));
        }
        assertThat(MADE_UP.cosines(new double[CardVectors.DIMENSIONS], asked)).containsOnly(0);
    }

    @Test
    void what_has_no_length_or_is_not_finite_is_left_out() {
        float[] values = MadeUpVectors.values(3, 2);
        Arrays.fill(values, 0, CardVectors.DIMENSIONS, 0);
        values[CardVectors.DIMENSIONS + 7] = Float.NaN;

        CardVectors vectors = CardVectors.of(MadeUpVectors.cards(3), values);

        assertThat(vectors.size()).isEqualTo(1);
        assertThat(vectors.cardAt(0)).isEqualTo(card("card-2"));
    }

    @Test
    void every_card_is_found_in_its_row_and_rows_are_in_the_order_of_ids() {
        CardVectors vectors = MADE_UP.vectors();
        List<CardId> inOrder = MadeUpVectors.cards(CARDS).stream().sorted().toList();

        for (int row = 0; row < CARDS; row++) {
            assertThat(vectors.cardAt(row)).isEqualTo(inOrder.get(row));
            assertThat(vectors.rowOf(inOrder.get(row))).isEqualTo(row);
        }
        assertThat(vectors.rowOf(card("card-500"))).isEqualTo(-1);
        assertThat(vectors.rowOf(card("card-"))).isEqualTo(-1);
    }

    @Test
    void the_same_vectors_in_another_order_are_the_same() {
        byte[] once = CardVectorBytes.encode(CardVectors.of(List.of(card("b"), card("a")), MadeUpVectors.values(2, 3)));
        float[] values = MadeUpVectors.values(2, 3);
        float[] swapped = new float[values.length];
        System.arraycopy(values, 64, swapped, 0, 64);
        System.arraycopy(values, 0, swapped, 64, 64);

        assertThat(CardVectorBytes.encode(CardVectors.of(List.of(card("a"), card("b")), swapped)))
                .isEqualTo(once);
    }
}
