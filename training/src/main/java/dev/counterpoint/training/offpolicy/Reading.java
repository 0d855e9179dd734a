package dev.counterpoint.training.offpolicy;

/**
 * How an estimator is to be read.
 *
 * @param name as tables have it, such as {@code Switch-DR λ=10}
 * @param propensity which logged probability it needs
 * @param assumption what must hold besides overlap for it to be right on average in the long run
 * @param estimand what it is an estimate of
 * @param coverage what its intervals promise
 */
public record Reading(String name, Propensity propensity, String assumption, String estimand, Coverage coverage) {}
