package dev.counterpoint.infra.models;

import dev.counterpoint.domain.embedding.CardVectors;
import dev.counterpoint.domain.model.ModelCard.FitSummary;
import dev.counterpoint.domain.random.SeededRandom;
import dev.counterpoint.training.embedding.EmbeddingEstimator;
import dev.counterpoint.training.embedding.FittedVectors;
import dev.counterpoint.training.embedding.PlayMatrix;
import dev.counterpoint.training.fit.FitProgress;
import dev.counterpoint.training.fit.FitStoppedException;
import java.util.Arrays;

/**
 * Factors the matrix of listeners and cards. The factor of a listener is the direction of the sum of those of cards that they played, so that
 * no listener has a vector of their own: none is stored, and a page makes one of what it knows of the listener at that moment. What the fit
 * sharpens is the cosine that pages look at.
 *
 * @see "Kabbur, Ning and Karypis 2013, FISM: Factored Item Similarity Models for Top-N Recommender Systems"
 */
final class MatrixFactorization implements EmbeddingEstimator {
    private final FactorizationRecipe recipe;

    MatrixFactorization(FactorizationRecipe recipe) {
        this.recipe = recipe;
    }

    @Override
    public String name() {
        return recipe.name();
    }

    @Override
    public FittedVectors fit(PlayMatrix matrix, long seed, FitProgress progress) {
        if (matrix.cards().size() < 2) {
            throw new IllegalArgumentException(
                    name() + " cannot learn from " + matrix.cards().size()
                            + " cards that at least " + PlayMatrix.FEWEST_LISTENERS + " listeners played, with "
                            + matrix.listeners() + " listeners who played two of them");
        }
        HeldOutPairs pairs = new HeldOutPairs(matrix, recipe.heldOut(), SeededRandom.of(seed, "held out"));
        try (FactorizationSession session =
                new FactorizationSession(recipe, matrix.cards().size(), seed)) {
            return new Walks(session, matrix, pairs, seed, progress).walk();
        }
    }

    /** Walks over the pairs until it does not help any more. */
    private final class Walks {
        private final FactorizationSession session;
        private final PlayMatrix matrix;
        private final HeldOutPairs pairs;
        private final long seed;
        private final FitProgress progress;
        private final int[] order;
        private final SeededRandom chance;
        private final PairBatch batch = PairBatch.of(recipe);

        Walks(FactorizationSession session, PlayMatrix matrix, HeldOutPairs pairs, long seed, FitProgress progress) {
            this.session = session;
            this.matrix = matrix;
            this.pairs = pairs;
            this.seed = seed;
            this.progress = progress;
            this.order = pairs.fitted();
            this.chance = SeededRandom.of(seed, "order");
        }

        FittedVectors walk() {
            float[] vectors = session.vectors();
            double lowest = Double.POSITIVE_INFINITY;
            double fitLossOfBest = 0;
            int best = 0;
            int epoch = 0;
            while (epoch < recipe.epochs() && epoch - best <= recipe.patience()) {
                double fitLoss = walkOnce(epoch);
                double later = pairs.heldOut().length == 0 ? fitLoss : heldOutLoss();
                if (later < lowest) {
                    lowest = later;
                    fitLossOfBest = fitLoss;
                    best = epoch;
                    vectors = session.vectors();
                }
                epoch++;
            }
            progress.reached(1);
            return new FittedVectors(
                    CardVectors.of(matrix.cards(), vectors),
                    new FitSummary(order.length, pairs.heldOut().length, epoch, best, fitLossOfBest, lowest));
        }

        private double walkOnce(int epoch) {
            chance.shuffle(order);
            double sum = 0;
            double weight = 0;
            for (int begin = 0; begin < order.length; begin += recipe.batch()) {
                fill(order, begin, chance);
                sum += session.step(batch);
                weight += batch.weight();
                double share = (epoch + (double) begin / order.length) / recipe.epochs();
                if (!progress.reached(share)) {
                    throw new FitStoppedException(name(), share);
                }
            }
            return sum / weight;
        }

        /** Asked in the same way each time. */
        private double heldOutLoss() {
            SeededRandom same = SeededRandom.of(seed, "asked");
            double sum = 0;
            double weight = 0;
            for (int begin = 0; begin < pairs.heldOut().length; begin += recipe.batch()) {
                fill(pairs.heldOut(), begin, same);
                sum += session.lossSum(batch);
                weight += batch.weight();
            }
            return sum / weight;
        }

        private void fill(int[] from, int begin, SeededRandom drawing) {
            int count = Math.min(recipe.batch(), from.length - begin);
            batch.filled()[0] = count;
            Arrays.fill(batch.isContext(), 0);
            for (int i = 0; i < count; i++) {
                int pair = from[begin + i];
                int at = i * recipe.context();
                batch.targets()[i] = matrix.column(pair);
                batch.weights()[i] = matrix.weight(pair);
                int drawn = pairs.drawContext(pair, recipe.context(), drawing, batch.contexts(), at);
                Arrays.fill(batch.isContext(), at, at + drawn, 1);
                Arrays.fill(batch.contexts(), at + drawn, at + recipe.context(), 0);
            }
            for (int i = 0; i < recipe.others(); i++) {
                batch.others()[i] = drawing.nextInt(matrix.cards().size());
            }
        }
    }
}
