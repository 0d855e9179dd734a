package dev.counterpoint.infra.models;

import java.util.ArrayList;
import java.util.List;

/**
 * All of a network but its numbers.
 *
 * @param hidden outputs of the hidden layers
 * @param factors of an input
 */
record NetworkShape(int features, int crosses, List<Integer> hidden, int factors) {
    NetworkShape {
        hidden = List.copyOf(hidden);
    }

    /** Inputs of the first layer, outputs of each layer: one more number than there are layers. */
    List<Integer> widths() {
        List<Integer> widths = new ArrayList<>();
        widths.add(features + crosses);
        widths.addAll(hidden);
        widths.add(1);
        return widths;
    }
}
