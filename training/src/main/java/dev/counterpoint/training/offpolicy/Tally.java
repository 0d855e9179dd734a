package dev.counterpoint.training.offpolicy;

/**
 * What an estimator has seen so far. Not thread-safe: a thread has one of its own, and merges it in the end.
 *
 * @param <R> what it sees, such as {@link WeighedAction}
 */
public interface Tally<R> {

    /** @param times how often the row counts, at least 0 */
    void add(R row, double times);

    /**
     * Adds all that another tally of the same estimator has seen.
     *
     * @throws IllegalArgumentException if it is of another estimator
     */
    void merge(Tally<R> other);

    /**
     * The estimate; NaN where the rows seen do not tell, such as none at all.
     */
    double value();
}
