package dev.counterpoint.training.offpolicy;

/** What the intervals of an estimator promise, where a log passes the {@link HonestyGate}. */
public enum Coverage {
    /** Nothing: the estimate is biased by design, or as wrong as its model is. Its interval tells the spread only. */
    NONE,
    /** What they say, nearly, as rows grow many. */
    MANY_CLUSTERS,
    /** The same; and as a mean of terms that are right on average, at least what they say for any number of clusters where bounds are stated. */
    ANY_NUMBER;

    public boolean isPromised() {
        return this != NONE;
    }
}
