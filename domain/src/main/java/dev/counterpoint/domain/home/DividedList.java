package dev.counterpoint.domain.home;

import dev.counterpoint.domain.catalog.Medium;
import dev.counterpoint.domain.home.Page.DrawnList;
import dev.counterpoint.domain.home.Page.Slot;
import dev.counterpoint.domain.random.SeededRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Items in order, best first, divided into one list for each medium: each list is drawn from on its own for its own slots, so a draw of all
 * slots is a product over lists, and marginals are those of the item's list. Where nothing is divided there is one list of all items.
 */
final class DividedList {
    private final Division division;
    private final List<int[]> items;
    private final List<double[]> values;

    /**
     * @param values double[n] by rank
     * @param media of the items, by rank
     */
    DividedList(double[] values, List<Medium> media, Division division) {
        this.division = division;
        this.items = new ArrayList<>();
        this.values = new ArrayList<>();
        for (int list = 0; list < division.lists(); list++) {
            int own = list;
            int[] ranks = range(
                    values.length,
                    rank -> !division.isDivided()
                            || media.get(rank) == division.media().get(own));
            items.add(ranks);
            this.values.add(pick(values, ranks));
        }
    }

    int slots() {
        return division.slots();
    }

    /** @param stream the name of the chance of all lists together */
    Filled draw(DrawingPolicy policy, long seed, String stream) {
        List<ListDraw> draws = new ArrayList<>();
        for (int list = 0; list < items.size(); list++) {
            String name = division.isDivided() ? division.media().get(list).written() + " " + stream : stream;
            draws.add(policy.draw(values.get(list), division.slotsOf(list), SeededRandom.of(seed, name)));
        }
        return new Filled(draws);
    }

    /**
     * @param ranks int[slots] among all items
     * @throws IllegalArgumentException if an item stands in a slot of another list than its own
     */
    Filled probabilitiesOf(DrawingPolicy policy, int[] ranks) {
        if (!division.isDivided()) {
            return new Filled(List.of(policy.probabilitiesOf(values.get(0), ranks)));
        }
        if (ranks.length != slots()) {
            throw new IllegalArgumentException("a divided list fills its " + slots() + " slots, not " + ranks.length);
        }
        List<ListDraw> draws = new ArrayList<>();
        for (int list = 0; list < items.size(); list++) {
            int[] own = new int[division.slotsOf(list)];
            int next = 0;
            for (int slot = 0; slot < ranks.length; slot++) {
                if (division.listOf()[slot] == list) {
                    own[next++] = placeOf(ranks[slot], list);
                }
            }
            draws.add(policy.probabilitiesOf(values.get(list), own));
        }
        return new Filled(draws);
    }

    /** double[n][slots]: the probability of every item in every slot, 0 in those of other lists. */
    double[][] marginals(DrawingPolicy policy) {
        if (!division.isDivided()) {
            return policy.marginals(values.get(0), slots());
        }
        double[][] marginals =
                new double[items.stream().mapToInt(own -> own.length).sum()][slots()];
        for (int list = 0; list < items.size(); list++) {
            double[][] own = policy.marginals(values.get(list), division.slotsOf(list));
            int next = 0;
            for (int slot = 0; slot < slots(); slot++) {
                if (division.listOf()[slot] == list) {
                    for (int place = 0; place < own.length; place++) {
                        marginals[items.get(list)[place]][slot] = own[place][next];
                    }
                    next++;
                }
            }
        }
        return marginals;
    }

    /** The best value that each slot can have: double[slots]. */
    double[] best() {
        int[] next = new int[items.size()];
        double[] best = new double[slots()];
        for (int slot = 0; slot < best.length; slot++) {
            int list = division.listOf()[slot];
            best[slot] = values.get(list)[next[list]++];
        }
        return best;
    }

    /** @param name of an item by its rank among all */
    List<DrawnList> lists(IntFunction<String> name) {
        List<DrawnList> lists = new ArrayList<>();
        for (int[] own : items) {
            List<String> names = new ArrayList<>(own.length);
            for (int rank : own) {
                names.add(name.apply(rank));
            }
            lists.add(new DrawnList(own.length, Digest.ofSequence(names)));
        }
        return lists;
    }

    private int placeOf(int rank, int list) {
        int[] own = items.get(list);
        for (int place = 0; place < own.length; place++) {
            if (own[place] == rank) {
                return place;
            }
        }
        throw new IllegalArgumentException(
                "an item stands in a slot of " + division.media().get(list).written());
    }

    private static int[] range(int n, IntPredicate isOwn) {
        return IntStream.range(0, n).filter(isOwn).toArray();
    }

    private static double[] pick(double[] values, int[] ranks) {
        double[] picked = new double[ranks.length];
        for (int place = 0; place < ranks.length; place++) {
            picked[place] = values[ranks[place]];
        }
        return picked;
    }

    /** All slots, filled. */
    final class Filled {
        private final List<ListDraw> draws;
        private final int[] slotInList;
        private final int slots;

        private Filled(List<ListDraw> draws) {
            this.draws = draws;
            this.slots = draws.stream().mapToInt(ListDraw::slots).sum();
            this.slotInList = new int[slots];
            int[] next = new int[draws.size()];
            for (int slot = 0; slot < slots; slot++) {
                slotInList[slot] = next[listOf(slot)]++;
            }
        }

        int slots() {
            return slots;
        }

        /** The item in a slot, by its rank among all. */
        int item(int slot) {
            int list = listOf(slot);
            return items.get(list)[draws.get(list).ranks()[slotInList[slot]]];
        }

        Slot slot(int slot, boolean drawn) {
            int list = listOf(slot);
            return draws.get(list).slot(slotInList[slot], drawn, list);
        }

        private int listOf(int slot) {
            return division.isDivided() ? division.listOf()[slot] : 0;
        }
    }
}
