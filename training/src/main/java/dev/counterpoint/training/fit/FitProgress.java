package dev.counterpoint.training.fit;

/** Told how far a fit is. */
@FunctionalInterface
public interface FitProgress {

    /**
     * @param share of the work that is done, within [0, 1]; early stopping may jump to 1
     * @return false to stop the fit
     */
    boolean reached(double share);

    /** Goes on, whatever happens. */
    static FitProgress unobserved() {
        return share -> true;
    }
}
