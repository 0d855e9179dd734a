package dev.counterpoint.training.fit;

import dev.counterpoint.training.row.TrainingRows;

/**
 * Brings logits to probabilities that come true: {@code σ(slope · logit + shift)}. Two numbers, since rows that are held out are few where
 * rewards are rare, and since a network takes them into its last layer. The order of cards never changes.
 *
 * <p>Rows count by their weights, as they do in the loss. So the probabilities are those of cards that had the same chance of their slots,
 * which is what every estimator here is fitted for. Without the weights they would be right for what the logging policy preferred, and
 * too high for all else.
 *
 * @param slope at least {@link #LEAST_SLOPE}
 * @see "Platt 1999, Probabilistic Outputs for Support Vector Machines; Guo et al. 2017, On Calibration of Modern Neural Networks"
 */
public record Calibration(double slope, double shift) {
    /** A model that held-out rows contradict keeps its order, and almost no say. */
    public static final double LEAST_SLOPE = 0.01;

    /** Leaves logits as they are. */
    public static final Calibration NONE = new Calibration(1, 0);

    /** How much staying at {@link #NONE} counts: less than a row, so that means come true, but rows of one label have an answer too. */
    private static final double PRIOR = 0.01;

    private static final int STEPS = 100;
    private static final double NEAR = 1e-10;
    private static final double SHORTEST = 1e-6;

    public Calibration {
        if (!(slope >= LEAST_SLOPE) || !Double.isFinite(slope + shift)) {
            throw new IllegalArgumentException("not a calibration: " + slope + " and " + shift);
        }
    }

    /**
     * The one with the least weighted log loss.
     *
     * @param logits float[rows] of the model, in the order of the rows, finite
     * @param heldOut rows that the model was not fitted to
     */
    public static Calibration of(float[] logits, TrainingRows heldOut) {
        if (logits.length != heldOut.rows()) {
            throw new IllegalArgumentException(logits.length + " logits are not those of " + heldOut.rows() + " rows");
        }
        return new Descent(logits, heldOut).descend();
    }

    public double logit(double logit) {
        return slope * logit + shift;
    }

    /** Newton's method with steps that are halved until they help: the loss is convex. */
    private static final class Descent {
        private final float[] logits;
        private final TrainingRows rows;
        private double bySlope;
        private double byShift;
        private double bySlopeTwice;
        private double byBoth;
        private double byShiftTwice;
        private double slopeStep;
        private double shiftStep;

        Descent(float[] logits, TrainingRows rows) {
            this.logits = logits;
            this.rows = rows;
        }

        Calibration descend() {
            Calibration at = NONE;
            double loss = loss(at);
            for (int step = 0; step < STEPS; step++) {
                differentiate(at);
                solve(at);
                if (bySlope * slopeStep + byShift * shiftStep <= NEAR * loss) {
                    return at;
                }
                Calibration next = stepFrom(at, 1);
                double less = loss(next);
                for (double share = 0.5; less > loss && share > SHORTEST; share /= 2) {
                    next = stepFrom(at, share);
                    less = loss(next);
                }
                if (less >= loss) {
                    return at;
                }
                at = next;
                loss = less;
            }
            return at;
        }

        /** Where the slope is at its least and would go below, only the shift moves. */
        private void solve(Calibration at) {
            double determinant = bySlopeTwice * byShiftTwice - byBoth * byBoth;
            slopeStep = (byShiftTwice * bySlope - byBoth * byShift) / determinant;
            shiftStep = (bySlopeTwice * byShift - byBoth * bySlope) / determinant;
            if (at.slope() <= LEAST_SLOPE && slopeStep > 0) {
                slopeStep = 0;
                shiftStep = byShift / byShiftTwice;
            }
        }

        private Calibration stepFrom(Calibration at, double share) {
            return new Calibration(
                    Math.max(LEAST_SLOPE, at.slope() - share * slopeStep), at.shift() - share * shiftStep);
        }

        private double loss(Calibration at) {
            double sum = PRIOR * ((at.slope() - 1) * (at.slope() - 1) + at.shift() * at.shift()) / 2;
            for (int row = 0; row < logits.length; row++) {
                double logit = at.logit(logits[row]);
                double softplus = Math.max(logit, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(logit)));
                sum += rows.weight(row) * (softplus - rows.label(row) * logit);
            }
            return sum;
        }

        private void differentiate(Calibration at) {
            bySlope = PRIOR * (at.slope() - 1);
            byShift = PRIOR * at.shift();
            bySlopeTwice = PRIOR;
            byBoth = 0;
            byShiftTwice = PRIOR;
            for (int row = 0; row < logits.length; row++) {
                double p = 1 / (1 + StrictMath.exp(-at.logit(logits[row])));
                double error = rows.weight(row) * (p - rows.label(row));
                double bend = rows.weight(row) * p * (1 - p);
                bySlope += error * logits[row];
                byShift += error;
                bySlopeTwice += bend * logits[row] * logits[row];
                byBoth += bend * logits[row];
                byShiftTwice += bend;
            }
        }
    }
}
