package dev.counterpoint.domain.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * SplitMix64: a state that grows by a fixed odd number, and a mixing function over it. Its output for a seed never changes, in no version
 * of the platform. Not thread-safe.
 *
 * @see "Steele, Lea and Flood 2014, Fast Splittable Pseudorandom Number Generators, figure 17, with the mixer of its variant 13"
 */
public final class SeededRandom {
    private static final long GAMMA = 0x9e3779b97f4a7c15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;

    public SeededRandom(long seed) {
        this.state = seed;
    }

    /** A stream of its own for a part of the work, independent of those of other names. */
    public static SeededRandom of(long seed, String name) {
        return new SeededRandom(seedOf(seed, name));
    }

    /** The seed of a part of the work: the first 8 bytes of SHA-256(seed ‖ name), the seed in 8 bytes and big-endian, the name in UTF-8. */
    public static long seedOf(long seed, String name) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).flip());
            return ByteBuffer.wrap(sha256.digest(name.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** All 64 bits are uniform. */
    public long nextLong() {
        state += GAMMA;
        long mixed = state;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    /** Uniform in [0, 1), in steps of 2^-53. */
    public double nextDouble() {
        return (nextLong() >>> 11) * UNIT;
    }

    /**
     * Uniform in [0, bound), without bias: what falls into the incomplete last span of 2^63 is drawn again.
     *
     * @param bound at least 1
     */
    public int nextInt(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("a bound is at least 1, not " + bound);
        }
        while (true) {
            long bits = nextLong() >>> 1;
            long value = bits % bound;
            if (bits - value + (bound - 1) >= 0) {
                return (int) value;
            }
        }
    }

    /**
     * Brings numbers into an order of chance, each order alike.
     *
     * @see "Durstenfeld 1964, Algorithm 235: Random Permutation"
     */
    public void shuffle(int[] numbers) {
        for (int i = numbers.length - 1; i > 0; i--) {
            int other = nextInt(i + 1);
            int held = numbers[i];
            numbers[i] = numbers[other];
            numbers[other] = held;
        }
    }
}
