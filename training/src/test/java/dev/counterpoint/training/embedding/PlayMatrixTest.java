package dev.counterpoint.training.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.catalog.CardId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlayMatrixTest {

    private static ListenerPlays plays(String... cards) {
        float[] weights = new float[cards.length];
        Arrays.fill(weights, 1);
        return new ListenerPlays(Stream.of(cards).map(CardId::new).toList(), weights);
    }

    private static PlayMatrix matrix(ListenerPlays... listeners) {
        PlayMatrix.Builder builder = PlayMatrix.builder();
        Stream.of(listeners).forEach(builder::add);
        return builder.build();
    }

    private static List<String> cardsOf(PlayMatrix matrix, int listener) {
        List<String> cards = new ArrayList<>();
        for (int pair = matrix.begin(listener); pair < matrix.end(listener); pair++) {
            cards.add(matrix.cards().get(matrix.column(pair)).value());
        }
        return cards;
    }

    @Test
    void a_card_that_two_listeners_played_is_left_out_and_one_that_three_played_is_not() {
        PlayMatrix matrix = matrix(plays("c", "a", "b"), plays("b", "a", "c"), plays("a", "b", "d"));

        assertThat(matrix.cards()).extracting(CardId::value).containsExactly("a", "b");
        assertThat(matrix.listeners()).isEqualTo(3);
        assertThat(matrix.pairs()).isEqualTo(6);
        assertThat(cardsOf(matrix, 0)).containsExactly("a", "b");
        assertThat(cardsOf(matrix, 1)).containsExactly("b", "a");
    }

    @Test
    void a_listener_with_one_card_left_is_left_out() {
        PlayMatrix matrix = matrix(plays("a", "b"), plays("a", "x"), plays("b", "a"), plays("a", "b"));

        assertThat(matrix.listeners()).isEqualTo(3);
        assertThat(matrix.pairs()).isEqualTo(6);
        assertThat(matrix.end(2)).isEqualTo(6);
    }

    @Test
    void the_digest_tells_whether_two_matrices_are_the_same() {
        PlayMatrix matrix = matrix(plays("a", "b"), plays("b", "a"), plays("a", "b"));

        assertThat(matrix(plays("a", "b"), plays("b", "a"), plays("a", "b")).digest())
                .isEqualTo(matrix.digest());
        assertThat(matrix(plays("b", "a"), plays("b", "a"), plays("a", "b")).digest())
                .isNotEqualTo(matrix.digest());
        assertThat(matrix(plays("a", "c"), plays("c", "a"), plays("a", "c")).digest())
                .isNotEqualTo(matrix.digest());
    }

    @Test
    void nothing_played_makes_an_empty_matrix() {
        assertThat(matrix().cards()).isEmpty();
        assertThat(matrix(plays("a"), plays("a"), plays("a")).listeners()).isZero();
    }
}
