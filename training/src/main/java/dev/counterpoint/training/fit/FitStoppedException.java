package dev.counterpoint.training.fit;

/** A fit was asked to stop before it had a model. */
public final class FitStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FitStoppedException(String estimator, double share) {
        super(estimator + " was stopped at " + Math.round(100 * share) + " %");
    }
}
