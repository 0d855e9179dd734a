package dev.counterpoint.training.evaluation;

import java.util.List;

/** Estimators of a one-page value from slots, each weighed with marginal probabilities. */
public enum ValueEstimator {
    /**
     * Inverse propensity scoring by slot: the mean over pages of Σ w·r. Unbiased where rewards depend on their own slot only.
     *
     * @see "Li et al. 2018, Offline Evaluation of Ranking Policies with Click Models (item-position model)"
     */
    IPS {
        @Override
        Estimate estimate(List<ListenerSums> listeners, int[] times) {
            return ofMeans(listeners, times, listener -> listener.weighted);
        }
    },

    /**
     * The same, self-normalised within each place: Σ w·r / Σ w over the pages that fill the place, added up over places with the share of
     * pages that fill them. Stays within what rewards can be.
     *
     * @see "Swaminathan and Joachims 2015, The Self-Normalized Estimator for Counterfactual Learning"
     */
    SNIPS {
        @Override
        Estimate estimate(List<ListenerSums> listeners, int[] times) {
            return PlaceRatios.estimate(listeners, times);
        }
    },

    /**
     * Doubly robust: a model's expectation of the page, corrected by the weighed errors of the model on what was shown.
     *
     * @see "Dudík et al. 2014, Doubly Robust Policy Evaluation and Optimization"
     */
    DOUBLY_ROBUST {
        @Override
        Estimate estimate(List<ListenerSums> listeners, int[] times) {
            return ofMeans(listeners, times, listener -> listener.corrected);
        }
    };

    /** @param times int[listeners], how often each counts: 1 each, or as a bootstrap drew them */
    abstract Estimate estimate(List<ListenerSums> listeners, int[] times);

    private interface Total {
        double of(ListenerSums listener);
    }

    /** The mean over pages of what listeners add up to, a ratio of sums over listeners. */
    private static Estimate ofMeans(List<ListenerSums> listeners, int[] times, Total total) {
        double sum = 0;
        long pages = 0;
        for (int i = 0; i < times.length; i++) {
            sum += times[i] * total.of(listeners.get(i));
            pages += (long) times[i] * listeners.get(i).pages;
        }
        double value = sum / pages;
        double squares = 0;
        for (int i = 0; i < times.length; i++) {
            double influence = total.of(listeners.get(i)) - value * listeners.get(i).pages;
            squares += times[i] * influence * influence;
        }
        return new Estimate(value, errorOf(squares, times, pages));
    }

    /**
     * @param squares Σ over listeners of their squared influence
     * @return of a mean over pages whose units are listeners
     */
    static double errorOf(double squares, int[] times, long pages) {
        long clusters = 0;
        for (int each : times) {
            clusters += each;
        }
        return clusters < 2 ? Double.POSITIVE_INFINITY : Math.sqrt(squares * clusters / (clusters - 1)) / pages;
    }
}
