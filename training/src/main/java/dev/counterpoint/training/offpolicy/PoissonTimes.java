package dev.counterpoint.training.offpolicy;

import dev.counterpoint.domain.random.SeededRandom;

/**
 * How often a cluster counts in each replicate of a bootstrap: Poisson with mean 1, by a hash of seed, cluster and replicate. So whoever sees a part of
 * a cluster's rows draws the same, in any order and in any process.
 *
 * <p>Several bootstraps may share one: the times of the cluster last asked for are kept. Not thread-safe.
 *
 * @see "Chamandy, Muralidharan, Najmi and Naidu 2012, Estimating Uncertainty for Massive Data Streams"
 */
final class PoissonTimes {
    private static final int BITS = 16;
    private static final int DRAWS_OF_A_HASH = Long.SIZE / BITS;
    private static final int VALUES = 1 << BITS;
    /** Numbers that are rarer than so many of the shares do not occur. */
    private static final double LEAST = 0.5;
    /** By 16 bits, each number as often as its probability says, so far as 65,536 shares can; their mean is 1 to 1e-4. */
    private static final byte[] TIMES = times();

    private final long seed;
    private double[] ofLast = new double[0];
    private long last;

    PoissonTimes(long seed) {
        this.seed = new SeededRandom(seed).nextLong();
    }

    /** @return double[replicates], until another cluster is asked for */
    double[] of(long cluster, int replicates) {
        if (ofLast.length != replicates || last != cluster) {
            ofLast = ofLast.length == replicates ? ofLast : new double[replicates];
            fill(cluster, ofLast);
            last = cluster;
        }
        return ofLast;
    }

    /** @param times double[replicates], to be filled */
    void fill(long cluster, double[] times) {
        SeededRandom chance = new SeededRandom(new SeededRandom(cluster ^ seed).nextLong());
        for (int from = 0; from < times.length; from += DRAWS_OF_A_HASH) {
            long bits = chance.nextLong();
            for (int i = from; i < Math.min(times.length, from + DRAWS_OF_A_HASH); i++) {
                times[i] = TIMES[(int) bits & VALUES - 1];
                bits >>>= BITS;
            }
        }
    }

    private static byte[] times() {
        byte[] times = new byte[VALUES];
        double probability = Math.exp(-1);
        double cumulated = probability;
        byte count = 0;
        for (int place = 0; place < VALUES; place++) {
            while (place >= Math.rint(cumulated * VALUES) && probability * VALUES > LEAST) {
                probability /= ++count;
                cumulated += probability;
            }
            times[place] = count;
        }
        return times;
    }
}
