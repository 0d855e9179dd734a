package dev.counterpoint.domain.home;

/**
 * The filled slots of one list. Arrays are by slot, and not copied, so never change them.
 *
 * @param ranks int[slots], the item in each slot by its rank from 0
 * @param conditional double[slots], p_j: the probability of the item given the slots before; 0 from the first that cannot be drawn
 * @param logPrefix double[slots], log P_j: the natural logarithm of the probability of this slot and all before it
 * @param marginal double[slots], Q: the probability of the item in this slot, whatever stands before it
 */
public record ListDraw(int[] ranks, double[] conditional, double[] logPrefix, double[] marginal) {
    public int slots() {
        return ranks.length;
    }

    /** @param list the place of this list among those of the page or shelf */
    Page.Slot slot(int slot, boolean drawn, int list) {
        return new Page.Slot(list, ranks[slot], drawn, conditional[slot], logPrefix[slot], marginal[slot]);
    }
}
