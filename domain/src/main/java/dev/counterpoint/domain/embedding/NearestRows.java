package dev.counterpoint.domain.embedding;

import dev.counterpoint.domain.embedding.Neighbours.Neighbour;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/** The best of many rows by their exact cosines: what any search ends with. Not thread-safe. */
public final class NearestRows {
    private final CardVectors vectors;
    private final double[] vector;
    private final double length;
    private final int count;
    private final PriorityQueue<Row> farthestFirst = new PriorityQueue<>();

    /** @param vector double[64], of any length but 0 */
    public NearestRows(CardVectors vectors, double[] vector, int count) {
        this.vectors = vectors;
        this.vector = vector;
        this.length = CardVectors.lengthOf(vector);
        this.count = count;
    }

    /** Rows are in the order of ids, so ties are by id. */
    private record Row(double cosine, int row) implements Comparable<Row> {
        @Override
        public int compareTo(Row other) {
            int byCosine = Double.compare(cosine, other.cosine);
            return byCosine != 0 ? byCosine : Integer.compare(other.row, row);
        }
    }

    /** No row twice. */
    public void add(int row) {
        double cosine = vectors.cosine(vector, length, row);
        Row last = farthestFirst.peek();
        if (last == null || farthestFirst.size() < count || cosine > last.cosine) {
            farthestFirst.add(new Row(cosine, row));
            if (farthestFirst.size() > count) {
                farthestFirst.remove();
            }
        } else if (cosine == last.cosine && row < last.row) {
            farthestFirst.remove();
            farthestFirst.add(new Row(cosine, row));
        }
    }

    /** The nearest first. */
    public List<Neighbour> toList() {
        List<Row> ordered = new ArrayList<>(farthestFirst);
        ordered.sort(null);
        List<Neighbour> nearest = new ArrayList<>(ordered.size());
        for (int i = ordered.size() - 1; i >= 0; i--) {
            Row row = ordered.get(i);
            nearest.add(new Neighbour(vectors.cardAt(row.row), row.cosine));
        }
        return nearest;
    }
}
