package dev.counterpoint.domain.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.random.SeededRandom;
import org.junit.jupiter.api.Test;

class GreedyTest {
    private final Greedy greedy = new Greedy();

    @Test
    void draw_takesTheBestFirstWithProbabilityOne() {
        ListDraw draw = greedy.draw(new double[5], 3, new SeededRandom(1));

        assertThat(draw.ranks()).containsExactly(0, 1, 2);
        assertThat(draw.conditional()).containsExactly(1, 1, 1);
        assertThat(draw.marginal()).containsExactly(1, 1, 1);
        assertThat(draw.logPrefix()).containsExactly(0, 0, 0);
        assertThat(greedy.isRandom()).isFalse();
    }

    @Test
    void anyOtherList_isImpossibleFromItsFirstDifference() {
        ListDraw draw = greedy.probabilitiesOf(new double[5], new int[] {0, 2, 1, 3});

        assertThat(draw.conditional()).containsExactly(1, 0, 0, 0);
        assertThat(draw.logPrefix())
                .containsExactly(0, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);
        assertThat(draw.marginal()).containsExactly(1, 0, 0, 1);
    }
}
