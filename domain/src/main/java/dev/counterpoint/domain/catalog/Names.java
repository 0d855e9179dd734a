package dev.counterpoint.domain.catalog;

import java.util.AbstractList;
import java.util.Collection;
import java.util.RandomAccess;

/**
 * An immutable list of names with their hashes beside each other: whoever looks for each of them in a small table touches a name only where
 * its hash is there. Equal to any list of equal names.
 */
public final class Names extends AbstractList<String> implements RandomAccess {
    /** A power of two. */
    private static final int POOLED = 1 << 16;

    /**
     * Names that were met lately, each where its hash says: cards of one genre then hold one string of it, which stays near the processor. A race
     * loses a place in it, and nothing else: strings are immutable.
     */
    private static final String[] POOL = new String[POOLED];

    private final String[] names;
    private final int[] hashes;

    private Names(String[] names) {
        this.names = names;
        this.hashes = new int[names.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = pooled(names[i]);
            hashes[i] = names[i].hashCode();
        }
    }

    /** @throws NullPointerException if one of them is null */
    static Names copyOf(Collection<String> names) {
        return names instanceof Names copied ? copied : new Names(names.toArray(String[]::new));
    }

    /** An equal string: the one that others hold as well, if it was met lately. */
    public static String pooled(String name) {
        int hash = name.hashCode();
        int place = (hash ^ hash >>> 16) & POOLED - 1;
        String met = POOL[place];
        if (name.equals(met)) {
            return met;
        }
        POOL[place] = name;
        return name;
    }

    @Override
    public String get(int index) {
        return names[index];
    }

    @Override
    public int size() {
        return hashes.length;
    }

    /** Where one of another list's names stands here first; -1 where it does not. */
    public int placeOf(Names other, int index) {
        int wanted = other.hashes[index];
        for (int i = 0; i < hashes.length; i++) {
            if (hashes[i] == wanted && names[i].equals(other.names[index])) {
                return i;
            }
        }
        return -1;
    }

    /** That of {@link String#hashCode}. */
    public int hash(int index) {
        return hashes[index];
    }
}
