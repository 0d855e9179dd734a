package dev.counterpoint.training.offpolicy;

/** Which probability of what was logged an estimator divides by. */
public enum Propensity {
    /** None: a model tells all. */
    NONE,
    /** Of the action at its place, whatever stands elsewhere. */
    MARGINAL,
    /** Of the actions at all places up to this one. */
    PREFIX,
    /** Of all actions of the slate together. */
    JOINT
}
