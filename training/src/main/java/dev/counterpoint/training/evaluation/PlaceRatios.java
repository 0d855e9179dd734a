package dev.counterpoint.training.evaluation;

import java.util.List;

/** Σ over places of (share of pages that fill it) · (Σ w·r / Σ w), with the error of that sum of ratios by linearisation. */
final class PlaceRatios {
    private final double[] weights;
    private final double[] ratios;
    private final double[] shares;
    private final long[] slots;
    private long pages;

    private PlaceRatios(int places) {
        weights = new double[places];
        ratios = new double[places];
        shares = new double[places];
        slots = new long[places];
    }

    static Estimate estimate(List<ListenerSums> listeners, int[] times) {
        PlaceRatios all = new PlaceRatios(
                listeners.stream().mapToInt(ListenerSums::places).max().orElse(0));
        double value = all.sumUp(listeners, times);
        double squares = 0;
        for (int i = 0; i < times.length; i++) {
            if (times[i] > 0) {
                double influence = all.influenceOf(listeners.get(i));
                squares += times[i] * influence * influence;
            }
        }
        return new Estimate(value, ValueEstimator.errorOf(squares, times, all.pages));
    }

    private double sumUp(List<ListenerSums> listeners, int[] times) {
        for (int i = 0; i < times.length; i++) {
            ListenerSums listener = listeners.get(i);
            pages += (long) times[i] * listener.pages;
            for (int place = 0; place < weights.length; place++) {
                weights[place] += times[i] * listener.weightAt(place);
                ratios[place] += times[i] * listener.rewardAt(place);
                slots[place] += (long) times[i] * listener.slotsAt(place);
            }
        }
        double value = 0;
        for (int place = 0; place < weights.length; place++) {
            ratios[place] = weights[place] > 0 ? ratios[place] / weights[place] : 0;
            shares[place] = (double) slots[place] / pages;
            value += shares[place] * ratios[place];
        }
        return value;
    }

    /** How much a listener moves the value, times all pages. */
    private double influenceOf(ListenerSums listener) {
        double influence = 0;
        for (int place = 0; place < weights.length; place++) {
            if (weights[place] > 0) {
                double residual = listener.rewardAt(place) - ratios[place] * listener.weightAt(place);
                influence += shares[place] * pages * residual / weights[place];
                influence += ratios[place] * (listener.slotsAt(place) - shares[place] * listener.pages);
            }
        }
        return influence;
    }
}
