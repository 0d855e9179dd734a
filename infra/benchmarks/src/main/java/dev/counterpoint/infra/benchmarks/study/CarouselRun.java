package dev.counterpoint.infra.benchmarks.study;

import dev.counterpoint.domain.home.DrawingPolicy;
import dev.counterpoint.domain.random.SeededRandom;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One contender that starts without knowledge and learns from its own pages. All pages of a round are drawn from what was learned in the
 * rounds before, and every slot is looked at. A page is a single shelf: its plan is the list of candidates as it is, since no other shelf
 * contests a card, so it is drawn from the policy without the plan around it.
 */
final class CarouselRun {
    private final CarouselWorld world;
    private final Contender contender;
    private final int slots;
    private final ClickRates rates;
    private final CarouselCandidates candidates;
    private final SeededRandom chance;

    /**
     * A policy with what its scores are learned by.
     *
     * @param own scored by the rates of the user, else by those of all users
     */
    record Contender(String name, DrawingPolicy drawing, ClickRates.Prior prior, boolean own) {}

    CarouselRun(CarouselWorld world, Contender contender, int slots, long seed) {
        this.world = world;
        this.contender = contender;
        this.slots = slots;
        this.rates = new ClickRates(contender.prior(), world.users(), world.cards());
        this.candidates = new CarouselCandidates(rates, world.cards(), seed);
        this.chance = SeededRandom.of(seed, "pages");
    }

    /**
     * Serves all rounds.
     *
     * @param pages that each user sees in a round
     * @return double[rounds], the expected clicks on a page at the start of each round, over all draws of the policy and as a mean over users
     */
    double[] expectedClicks(int rounds, int pages) {
        double[] expected = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            List<Ranked> lists =
                    IntStream.range(0, world.users()).mapToObj(this::ranked).toList();
            expected[round] =
                    lists.stream().mapToDouble(this::expectation).average().orElseThrow();
            lists.forEach(list -> serve(list, pages));
        }
        return expected;
    }

    /** The cards of a user's shelf, best first, with their scores; equal ones as they were proposed. */
    private record Ranked(int user, int[] cards, double[] scores) {}

    private Ranked ranked(int user) {
        int[] cards = candidates.of(user).stream()
                .sorted(Comparator.comparingDouble(card -> -score(user, card)))
                .mapToInt(Integer::intValue)
                .toArray();
        return new Ranked(
                user,
                cards,
                Arrays.stream(cards).mapToDouble(card -> score(user, card)).toArray());
    }

    private double score(int user, int card) {
        return contender.own() ? rates.of(user, card) : rates.ofAll(card);
    }

    private double expectation(Ranked list) {
        double[] chances = Arrays.stream(list.cards())
                .mapToDouble(card -> world.chance(list.user(), card))
                .toArray();
        return CarouselWorld.expectation(chances, contender.drawing().marginals(list.scores(), slots));
    }

    private void serve(Ranked list, int pages) {
        for (int page = 0; page < pages; page++) {
            for (int rank :
                    contender.drawing().draw(list.scores(), slots, chance).ranks()) {
                int card = list.cards()[rank];
                rates.learn(list.user(), card, chance.nextDouble() < world.chance(list.user(), card));
            }
        }
    }
}
