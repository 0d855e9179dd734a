package dev.counterpoint.domain.home;

import dev.counterpoint.domain.catalog.Medium;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which slots belong to which medium. Each slot in turn goes to the medium with the largest quotient of its share and 2·(slots it has) + 1,
 * among those that still have items; ties to the first medium. So the media stand among each other, and every beginning of the page is as
 * near to the shares as whole slots can be. No score is looked at.
 *
 * @param media of the lists, none twice; all items together are one list, of no one medium, where there is nothing to divide
 * @param listOf int[slots], the list of each slot
 * @see "Sainte-Laguë 1910, La représentation proportionnelle et la méthode des moindres carrés"
 */
record Division(List<Medium> media, int[] listOf) {

    /** @param slots at most as many as there are items */
    static Division none(int slots) {
        return new Division(List.of(), new int[slots]);
    }

    /**
     * @param items medium of each item that could take a slot
     * @param taken medium of each item that has a slot already
     * @param slots at most as many as there are items
     * @param calibration null divides nothing
     */
    static Division of(List<Medium> items, List<Medium> taken, int slots, @Nullable Calibration calibration) {
        if (calibration == null) {
            return none(slots);
        }
        List<Medium> media = new ArrayList<>();
        for (Medium medium : Medium.values()) {
            if (items.contains(medium)) {
                media.add(medium);
            }
        }
        if (media.size() < 2) {
            return none(slots);
        }
        int[] left = new int[media.size()];
        int[] has = new int[media.size()];
        for (int list = 0; list < left.length; list++) {
            Medium medium = media.get(list);
            left[list] = (int) items.stream().filter(medium::equals).count();
            has[list] = (int) taken.stream().filter(medium::equals).count();
        }
        int[] listOf = new int[slots];
        for (int slot = 0; slot < slots; slot++) {
            listOf[slot] = next(media, left, has, calibration);
            left[listOf[slot]]--;
            has[listOf[slot]]++;
        }
        return new Division(media, listOf);
    }

    private static int next(List<Medium> media, int[] left, int[] has, Calibration calibration) {
        int best = -1;
        double largest = -1;
        for (int list = 0; list < left.length; list++) {
            double quotient = calibration.shareOf(media.get(list)) / (2 * has[list] + 1);
            if (left[list] > 0 && quotient > largest) {
                best = list;
                largest = quotient;
            }
        }
        return best;
    }

    boolean isDivided() {
        return !media.isEmpty();
    }

    int lists() {
        return Math.max(1, media.size());
    }

    int slots() {
        return listOf.length;
    }

    /** How many slots a list has. */
    int slotsOf(int list) {
        int slots = 0;
        for (int own : listOf) {
            slots += own == list ? 1 : 0;
        }
        return slots;
    }
}
