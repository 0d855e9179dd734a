package dev.counterpoint.training.offpolicy;

/**
 * Estimates what another policy would have earned. Immutable.
 *
 * @param <R> what it is shown, such as {@link WeighedAction}
 */
public interface OffPolicyEstimator<R> {

    Reading reading();

    /** A tally of nothing. */
    Tally<R> tally();

    /** The estimate from rows that count once each. */
    default double estimate(Iterable<? extends R> rows) {
        Tally<R> tally = tally();
        rows.forEach(row -> tally.add(row, 1));
        return tally.value();
    }
}
