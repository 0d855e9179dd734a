package dev.counterpoint.infra.benchmarks.neighbours;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.embedding.CardVectors;
import dev.counterpoint.domain.random.SeededRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * Made-up cards as tastes lie: some directions, within each of them genres, and cards around their genre, a mixture of Gaussians with a few
 * large components and many small ones. Asked for are what listeners ask for, sums of cards from up to three genres, and single cards.
 */
final class ClusteredVectors {
    private static final int D = CardVectors.DIMENSIONS;
    private static final int DIRECTIONS = 32;
    private static final int GENRES = 1_000;
    private static final double GENRE_SPREAD = 0.7;
    private static final int CARDS_OF_A_LISTENER = 20;

    private final float[] values;
    private final int[] genreOf;
    private final SeededRandom chance;

    ClusteredVectors(int cards, long seed) {
        this.chance = SeededRandom.of(seed, "clustered");
        this.values = new float[cards * D];
        this.genreOf = new int[cards];
        double[][] directions = new double[DIRECTIONS][];
        for (int i = 0; i < DIRECTIONS; i++) {
            directions[i] = around(new double[D], 1);
        }
        double[][] genres = new double[GENRES][];
        double[] cardSpread = new double[GENRES];
        for (int i = 0; i < GENRES; i++) {
            genres[i] = around(directions[chance.nextInt(DIRECTIONS)], GENRE_SPREAD);
            cardSpread[i] = 0.4 + 0.5 * chance.nextDouble();
        }
        for (int card = 0; card < cards; card++) {
            int genre = (int) (GENRES * Math.pow(chance.nextDouble(), 2));
            genreOf[card] = genre;
            double[] vector = around(genres[genre], cardSpread[genre]);
            double length = lengthOf(vector);
            for (int i = 0; i < D; i++) {
                values[card * D + i] = (float) (vector[i] / length);
            }
        }
    }

    /** float[cards × 64], each of length 1. */
    float[] values() {
        return values;
    }

    List<CardId> cards() {
        List<CardId> cards = new ArrayList<>(genreOf.length);
        for (int card = 0; card < genreOf.length; card++) {
            cards.add(cardId(card));
        }
        return cards;
    }

    static CardId cardId(int card) {
        return new CardId(String.format("card-%09d", card));
    }

    static int numberOf(CardId card) {
        return Integer.parseInt(card.value().substring("card-".length()));
    }

    /** What listeners ask for: double[64] each. */
    List<double[]> listeners(int count) {
        List<double[]> asked = new ArrayList<>();
        while (asked.size() < count) {
            int genres = 1 + chance.nextInt(3);
            double[] sum = new double[D];
            for (int genre = 0; genre < genres; genre++) {
                addCardsLike(chance.nextInt(genreOf.length), CARDS_OF_A_LISTENER / genres, sum);
            }
            asked.add(sum);
        }
        return asked;
    }

    private void addCardsLike(int first, int count, double[] sum) {
        add(first, sum);
        for (int found = 1; found < count; ) {
            int card = chance.nextInt(genreOf.length);
            if (genreOf[card] == genreOf[first]) {
                add(card, sum);
                found++;
            }
        }
    }

    private void add(int card, double[] sum) {
        for (int i = 0; i < D; i++) {
            sum[i] += values[card * D + i];
        }
    }

    /** Vectors of single cards: double[64] each. */
    List<double[]> singleCards(int count) {
        List<double[]> asked = new ArrayList<>();
        while (asked.size() < count) {
            double[] sum = new double[D];
            add(chance.nextInt(genreOf.length), sum);
            asked.add(sum);
        }
        return asked;
    }

    private double[] around(double[] centre, double spread) {
        double[] vector = new double[D];
        for (int i = 0; i < D; i++) {
            vector[i] = centre[i] + spread * gaussian();
        }
        return vector;
    }

    private double gaussian() {
        return Math.sqrt(-2 * Math.log(1 - chance.nextDouble())) * Math.cos(2 * Math.PI * chance.nextDouble());
    }

    private static double lengthOf(double[] vector) {
        double square = 0;
        for (double value : vector) {
            square += value * value;
        }
        return Math.sqrt(square);
    }
}
