package dev.counterpoint.domain.home;

import dev.counterpoint.domain.home.Page.PageCard;
import dev.counterpoint.domain.home.Page.PageShelf;
import dev.counterpoint.domain.home.Page.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a page spent on trying things out: how many of its drawn slots, rows and columns alike, did not take the best item left. Its mean share
 * is that of 1 − the probability of the best one left, which is the budget of exploration.
 *
 * @param slots that were left to chance
 * @param explored of them, those that took another item than the best one left
 */
public record Exploration(int slots, int explored) {

    public static Exploration of(Page page) {
        Exploration sum = ofLists(page.shelves().stream().map(PageShelf::slot).toList());
        for (PageShelf shelf : page.shelves()) {
            Exploration cards =
                    ofLists(shelf.cards().stream().map(PageCard::slot).toList());
            sum = new Exploration(sum.slots + cards.slots, sum.explored + cards.explored);
        }
        return sum;
    }

    /** Each slot is held against the best one left of its own list. */
    private static Exploration ofLists(List<Slot> slots) {
        Map<Integer, List<Integer>> takenOfList = new HashMap<>();
        int drawn = 0;
        int explored = 0;
        for (Slot slot : slots) {
            if (slot.drawn()) {
                List<Integer> taken = takenOfList.computeIfAbsent(slot.list(), any -> new ArrayList<>());
                explored += slot.rank() == firstLeft(taken) ? 0 : 1;
                taken.add(slot.rank());
                drawn++;
            }
        }
        return new Exploration(drawn, explored);
    }

    private static int firstLeft(List<Integer> taken) {
        int rank = 0;
        while (taken.contains(rank)) {
            rank++;
        }
        return rank;
    }
}
