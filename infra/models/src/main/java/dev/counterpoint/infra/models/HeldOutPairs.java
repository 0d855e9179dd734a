package dev.counterpoint.infra.models;

import dev.counterpoint.domain.random.SeededRandom;
import dev.counterpoint.training.embedding.PlayMatrix;
import java.util.Arrays;

/** Which pairs are fitted and which are held out; a listener keeps at least two that are fitted. Immutable. */
final class HeldOutPairs {
    private final PlayMatrix matrix;
    private final int[] listenerOf;
    private final int[] fittedEnds;
    private final int[] fitted;
    private final int[] heldOut;

    /** @param oneIn one pair in so many is held out */
    HeldOutPairs(PlayMatrix matrix, int oneIn, SeededRandom chance) {
        this.matrix = matrix;
        this.listenerOf = new int[matrix.pairs()];
        this.fittedEnds = new int[matrix.listeners()];
        int[] kept = new int[matrix.pairs()];
        int[] held = new int[matrix.pairs()];
        int keeps = 0;
        int holds = 0;
        for (int listener = 0; listener < matrix.listeners(); listener++) {
            int left = matrix.end(listener) - matrix.begin(listener);
            for (int pair = matrix.begin(listener); pair < matrix.end(listener); pair++) {
                listenerOf[pair] = listener;
                if (left > 2 && chance.nextInt(oneIn) == 0) {
                    held[holds++] = pair;
                    left--;
                } else {
                    kept[keeps++] = pair;
                }
            }
            fittedEnds[listener] = keeps;
        }
        fitted = Arrays.copyOf(kept, keeps);
        heldOut = Arrays.copyOf(held, holds);
    }

    /** A copy. */
    int[] fitted() {
        return fitted.clone();
    }

    int[] heldOut() {
        return heldOut;
    }

    /**
     * Draws fitted cards of a pair's listener, other than the pair's own.
     *
     * @param into int[…], filled from {@code at} on
     * @return how many were drawn: {@code most}, or all there are
     */
    int drawContext(int pair, int most, SeededRandom chance, int[] into, int at) {
        int listener = listenerOf[pair];
        int begin = listener == 0 ? 0 : fittedEnds[listener - 1];
        int end = fittedEnds[listener];
        int own = Arrays.binarySearch(fitted, begin, end, pair);
        int there = end - begin - (own >= 0 ? 1 : 0);
        int drawn = Math.min(most, there);
        for (int i = 0; i < drawn; i++) {
            int top = there - drawn + i;
            int place = chance.nextInt(top + 1);
            if (contains(into, at, i, place)) {
                place = top;
            }
            into[at + i] = place;
        }
        for (int i = 0; i < drawn; i++) {
            int place = begin + into[at + i];
            into[at + i] = matrix.column(fitted[own >= 0 && place >= own ? place + 1 : place]);
        }
        return drawn;
    }

    private static boolean contains(int[] places, int from, int count, int place) {
        for (int i = from; i < from + count; i++) {
            if (places[i] == place) {
                return true;
            }
        }
        return false;
    }
}
