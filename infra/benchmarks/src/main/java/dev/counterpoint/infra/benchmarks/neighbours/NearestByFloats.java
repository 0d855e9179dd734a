package dev.counterpoint.infra.benchmarks.neighbours;

import dev.counterpoint.domain.embedding.CardVectors;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/** The truth: all cards looked at, by their vectors before they were rounded. */
final class NearestByFloats {
    private static final int D = CardVectors.DIMENSIONS;

    private final float[] values;

    /** @param values float[cards × 64], each of length 1 */
    NearestByFloats(float[] values) {
        this.values = values;
    }

    private record Scored(int card, double product) {}

    /** The numbers of the nearest, for each that is asked for. */
    List<Set<Integer>> of(List<double[]> asked, int count) {
        return asked.parallelStream().map(vector -> nearest(vector, count)).toList();
    }

    private Set<Integer> nearest(double[] vector, int count) {
        PriorityQueue<Scored> farthestFirst = new PriorityQueue<>(Comparator.comparingDouble(Scored::product));
        double worst = Double.NEGATIVE_INFINITY;
        for (int card = 0; card < values.length / D; card++) {
            double product = 0;
            for (int i = 0; i < D; i++) {
                product += vector[i] * values[card * D + i];
            }
            if (product > worst || farthestFirst.size() < count) {
                farthestFirst.add(new Scored(card, product));
                if (farthestFirst.size() > count) {
                    farthestFirst.remove();
                }
                worst = farthestFirst.size() < count
                        ? Double.NEGATIVE_INFINITY
                        : farthestFirst.peek().product();
            }
        }
        Set<Integer> nearest = new HashSet<>();
        farthestFirst.forEach(scored -> nearest.add(scored.card()));
        return nearest;
    }
}
