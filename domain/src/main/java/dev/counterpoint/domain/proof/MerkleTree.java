package dev.counterpoint.domain.proof;

import dev.counterpoint.domain.eventlog.Sha256;
import java.util.ArrayList;
import java.util.List;

/**
 * Merkle tree hashes over a list of leaves, and audit paths.
 *
 * @see "RFC 6962, section 2.1: a leaf is SHA-256(0x00 ‖ leaf), a node SHA-256(0x01 ‖ left ‖ right), the left part being the largest power of two below
 *     the number of leaves"
 */
public final class MerkleTree {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private MerkleTree() {}

    /** @param leaves any number; of none it is the SHA-256 of nothing */
    public static Sha256 root(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return Sha256.of();
        }
        if (leaves.size() == 1) {
            return Sha256.of(LEAF, leaves.get(0));
        }
        int left = leftOf(leaves.size());
        return node(root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
    }

    /**
     * The hashes that lead from a leaf to the root, the lowest first.
     *
     * @param index of the leaf, from 0
     */
    public static List<Sha256> path(List<byte[]> leaves, int index) {
        if (leaves.size() <= 1) {
            return new ArrayList<>();
        }
        int left = leftOf(leaves.size());
        boolean isLeft = index < left;
        List<Sha256> path =
                isLeft ? path(leaves.subList(0, left), index) : path(leaves.subList(left, leaves.size()), index - left);
        path.add(root(isLeft ? leaves.subList(left, leaves.size()) : leaves.subList(0, left)));
        return path;
    }

    /**
     * The root that a leaf and its path lead to.
     *
     * @param index of the leaf among {@code size} leaves
     * @throws IllegalArgumentException if the path has not the length that it must have
     */
    public static Sha256 rootOf(byte[] leaf, int index, int size, List<Sha256> path) {
        if (size == 1 && path.isEmpty()) {
            return Sha256.of(LEAF, leaf);
        }
        if (path.isEmpty() || size <= 1) {
            throw new IllegalArgumentException("the path does not fit a tree of " + size + " leaves");
        }
        int left = leftOf(size);
        Sha256 beside = path.get(path.size() - 1);
        List<Sha256> below = path.subList(0, path.size() - 1);
        return index < left
                ? node(rootOf(leaf, index, left, below), beside)
                : node(beside, rootOf(leaf, index - left, size - left, below));
    }

    private static Sha256 node(Sha256 left, Sha256 right) {
        return Sha256.of(NODE, left.bytes(), right.bytes());
    }

    private static int leftOf(int size) {
        return Integer.highestOneBit(size - 1);
    }
}
