package dev.counterpoint.infra.benchmarks.study;

import dev.counterpoint.domain.catalog.Shelf;
import dev.counterpoint.domain.random.SeededRandom;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Narrows all cards to the at most 50 that a shelf can hold, as sources do: the {@value #POPULAR} with the highest rates of all users, the
 * {@value #OWN} with the highest rates of the user, and for the rest those that were shown least, to whomever. Ties are broken by chance,
 * the same way for a whole run.
 */
final class CarouselCandidates {
    static final int POPULAR = 20;
    static final int OWN = 20;

    private final ClickRates rates;
    private final List<Integer> tieOrder;

    CarouselCandidates(ClickRates rates, int cards, long seed) {
        SeededRandom chance = SeededRandom.of(seed, "ties");
        double[] places = IntStream.range(0, cards)
                .mapToDouble(any -> chance.nextDouble())
                .toArray();
        this.rates = rates;
        this.tieOrder = IntStream.range(0, cards)
                .boxed()
                .sorted(Comparator.comparingDouble(card -> places[card]))
                .toList();
    }

    /** No card twice; fewer than 50 only where there are no more. */
    List<Integer> of(int user) {
        Set<Integer> found = new LinkedHashSet<>();
        highest(rates::ofAll).limit(POPULAR).forEach(found::add);
        highest(card -> rates.of(user, card)).limit(OWN).forEach(found::add);
        List<Integer> fresh = highest(card -> -rates.shown(card))
                .filter(card -> !found.contains(card))
                .limit(Shelf.MAX_CARDS - found.size())
                .toList();
        found.addAll(fresh);
        return List.copyOf(found);
    }

    private Stream<Integer> highest(IntToDoubleFunction value) {
        return tieOrder.stream().sorted(Comparator.comparingDouble(card -> -value.applyAsDouble(card)));
    }
}
