package dev.counterpoint.domain.home;

/**
 * The filled slots of one list. Arrays are by slot, and not copied, so never change them.
 *
 * @param ranks int[slots], the item in each slot by its rank from 0
 * @param conditional double[slots], the probability of the item given the slots before
 * @param logPrefix double[slots], the natural logarithm of the probability of this slot and all before it
 * @param marginal double[slots], the probability of the item in this slot, whatever stands before it
 */
public record ListDraw(int[] ranks, double[] conditional, double[] logPrefix, double[] marginal) {}
