package dev.counterpoint.training.offpolicy;

/**
 * How often a cluster counts in each replicate of a bootstrap: Poisson with mean 1, by a hash of seed, cluster and replicate. So whoever sees a part of
 * a cluster's rows draws the same, in any order and in any process.
 *
 * @see "Chamandy, Muralidharan, Najmi and Naidu 2012, Estimating Uncertainty for Massive Data Streams"
 */
final class PoissonTimes {
    private static final int BITS = 16;
    private static final int DRAWS_OF_A_HASH = Long.SIZE / BITS;
    private static final int VALUES = 1 << BITS;
    /** By 16 bits, each number as often as its probability says, so far as 65,536 shares can; their mean is 1 to 1e-4. */
    private static final byte[] TIMES = times();

    private final long seed;

    PoissonTimes(long seed) {
        this.seed = mixed(seed);
    }

    /** @param times double[replicates], to be filled */
    void fill(long cluster, double[] times) {
        long state = mixed(cluster ^ seed);
        for (int from = 0; from < times.length; from += DRAWS_OF_A_HASH) {
            state += 0x9e3779b97f4a7c15L;
            long bits = mixed(state);
            for (int i = from; i < Math.min(times.length, from + DRAWS_OF_A_HASH); i++) {
                times[i] = TIMES[(int) bits & VALUES - 1];
                bits >>>= BITS;
            }
        }
    }

    private static byte[] times() {
        byte[] times = new byte[VALUES];
        double probability = Math.exp(-1);
        double cumulated = 0;
        int from = 0;
        for (byte count = 0; from < VALUES; count++) {
            cumulated += probability;
            int to = (int) Math.min(VALUES, Math.rint(cumulated * VALUES));
            for (int i = from; i < to; i++) {
                times[i] = count;
            }
            from = Math.max(to, from);
            probability /= count + 1;
            if (probability * VALUES < 1e-3) {
                for (; from < VALUES; from++) {
                    times[from] = count;
                }
            }
        }
        return times;
    }

    /** The finaliser of SplitMix64. */
    private static long mixed(long value) {
        long mixed = value;
        mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}
