package dev.counterpoint.infra.benchmarks.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.infra.benchmarks.study.ClickRates.Prior;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CarouselCandidatesTest {
    private final ClickRates rates = new ClickRates(new Prior(1, 99), 2, 100);

    @Test
    void of_holds_the_best_of_all_and_of_the_user_and_no_card_twice() {
        clicks(0, 0, 20);
        clicks(1, 20, 40);

        List<Integer> found = new CarouselCandidates(rates, 100, 1).of(0);

        assertThat(found).hasSize(50).doesNotHaveDuplicates().containsAll(cards(0, 20));
    }

    @Test
    void of_fills_up_with_what_was_shown_least() {
        clicks(0, 0, 20);
        IntStream.range(20, 80).forEach(card -> rates.learn(1, card, false));

        List<Integer> found = new CarouselCandidates(rates, 100, 1).of(0);

        assertThat(found).containsAll(cards(80, 100));
    }

    @Test
    void of_few_cards_has_them_all() {
        assertThat(new CarouselCandidates(rates, 30, 1).of(1)).containsExactlyInAnyOrderElementsOf(cards(0, 30));
    }

    @Test
    void ties_are_broken_by_the_seed() {
        List<Integer> found = new CarouselCandidates(rates, 100, 1).of(0);

        assertThat(new CarouselCandidates(rates, 100, 1).of(0)).isEqualTo(found);
        assertThat(new CarouselCandidates(rates, 100, 2).of(0)).isNotEqualTo(found);
    }

    private void clicks(int user, int from, int to) {
        IntStream.range(from, to).forEach(card -> rates.learn(user, card, true));
    }

    private static List<Integer> cards(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }
}
