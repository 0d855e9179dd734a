package dev.counterpoint.domain.profile;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A bounded list of rows with an index by name, in the order of their coming. A copy shares the rows until one of the two tables
 * changes them, so a copy costs three arrays.
 */
final class Table<E extends Entry<E>> {
    private static final long[] NO_INDEX = {};

    private final int keep;
    private final int keepBytes;
    private Object[] rows;
    private int size;
    private int bytes;

    /**
     * Open addressing over the hashes of names: 1 + the number of a row, 0 where free, and above it the hash of its name, so that most
     * names that are not there are told without a look at any row. A power of two, at most half full.
     */
    private long[] index;

    /**
     * @param keep how many rows survive a cut; one happens at a quarter more
     * @param maxBytes how many bytes all names may take; a cut leaves at most three quarters of it
     */
    Table(int keep, int maxBytes) {
        this(keep, maxBytes / 4 * 3, new Object[0], NO_INDEX);
    }

    private Table(int keep, int keepBytes, Object[] rows, long[] index) {
        this.keep = keep;
        this.keepBytes = keepBytes;
        this.rows = rows;
        this.index = index;
    }

    Table<E> copy() {
        Table<E> copy = new Table<>(keep, keepBytes, rows.clone(), index.clone());
        copy.size = size;
        copy.bytes = bytes;
        return copy;
    }

    int size() {
        return size;
    }

    /** The bytes of all names. */
    int nameBytes() {
        return bytes;
    }

    @SuppressWarnings("unchecked")
    E row(int number) {
        return (E) rows[number];
    }

    /** A view, in the order of their coming. */
    List<E> all() {
        return new AbstractList<>() {
            @Override
            public E get(int number) {
                return row(number);
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    /** A row to read; null where there is none. */
    @Nullable
    E find(String key) {
        int number = numberOf(key);
        return number < 0 ? null : row(number);
    }

    /** A row to change; null where there is none. */
    @Nullable
    E own(String key) {
        int number = numberOf(key);
        return number < 0 ? null : own(number);
    }

    E own(int number) {
        E row = row(number);
        if (row.owner != this) {
            row = row.copy();
            row.owner = this;
            rows[number] = row;
        }
        return row;
    }

    /** Adds a row of a new name, or puts it in the place of the one that has its name. */
    void put(E row) {
        row.owner = this;
        int number = numberOf(row.key);
        if (number < 0) {
            append(row);
        } else {
            bytes += row.nameBytes() - row(number).nameBytes();
            rows[number] = row;
        }
    }

    void remove(String key) {
        int number = numberOf(key);
        if (number >= 0) {
            bytes -= row(number).nameBytes();
            System.arraycopy(rows, number + 1, rows, number, --size - number);
            rows[size] = null;
            reindex();
        }
    }

    boolean isOverfull() {
        return size > keep + keep / 4 || bytes > keepBytes / 3 * 4;
    }

    /** Forgets the rows of the least value until all limits hold; of equal ones those that came last. */
    void cut(ToDoubleFunction<E> value) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = value.applyAsDouble(row(i));
        }
        retain(bytes <= keepBytes ? bestByNumber(values) : bestByBytes(values));
        reindex();
    }

    private boolean[] bestByNumber(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double least = size <= keep ? Double.NEGATIVE_INFINITY : sorted[size - keep];
        int left = keep;
        for (double value : values) {
            left -= value > least ? 1 : 0;
        }
        boolean[] best = new boolean[size];
        for (int i = 0; i < size; i++) {
            best[i] = values[i] > least || values[i] == least && left-- > 0;
        }
        return best;
    }

    private boolean[] bestByBytes(double[] values) {
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -values[i]));
        boolean[] best = new boolean[size];
        int rowsLeft = keep;
        int bytesLeft = keepBytes;
        for (int i : order) {
            bytesLeft -= row(i).nameBytes();
            best[i] = rowsLeft-- > 0 && bytesLeft >= 0;
        }
        return best;
    }

    private void retain(boolean[] kept) {
        int retained = 0;
        bytes = 0;
        for (int i = 0; i < kept.length; i++) {
            if (kept[i]) {
                bytes += row(i).nameBytes();
                rows[retained++] = rows[i];
            }
        }
        Arrays.fill(rows, retained, size, null);
        size = retained;
    }

    private void append(E row) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, Math.max(8, 2 * size));
        }
        rows[size++] = row;
        bytes += row.nameBytes();
        if (2 * size > index.length) {
            index = new long[Math.max(16, 2 * index.length)];
            reindex();
        } else {
            enter(size);
        }
    }

    private void reindex() {
        Arrays.fill(index, 0);
        for (int i = 0; i < size; i++) {
            enter(i + 1);
        }
    }

    /** @param entry 1 + the number of a row */
    private void enter(int entry) {
        String key = row(entry - 1).key;
        index[slotOf(key)] = (long) key.hashCode() << Integer.SIZE | entry;
    }

    private int numberOf(String key) {
        return size == 0 ? -1 : (int) index[slotOf(key)] - 1;
    }

    private int firstSlotOf(int hash) {
        int spread = hash * 0x9E3779B9;
        return (spread ^ spread >>> 16) & index.length - 1;
    }

    /** Where a name is, or would be. */
    private int slotOf(String key) {
        int mask = index.length - 1;
        int hash = key.hashCode();
        int slot = firstSlotOf(hash);
        while (index[slot] != 0 && !isAt(index[slot], hash, key)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private boolean isAt(long entry, int hash, String key) {
        return (int) (entry >>> Integer.SIZE) == hash
                && row((int) entry - 1).key.equals(key);
    }
}
