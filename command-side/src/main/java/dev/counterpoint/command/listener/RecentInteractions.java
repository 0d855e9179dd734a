package dev.counterpoint.command.listener;

import dev.counterpoint.command.stream.Fingerprint;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * A listener's last 4,096 interactions, 24 bytes each: the fingerprint of the id and 64 bits of that of the content. Looking one up
 * walks them all, some microseconds.
 */
final class RecentInteractions {
    static final int CAPACITY = 4096;
    private static final int SMALLEST = 16;

    private long[] idHigh;
    private long[] idLow;
    private long[] content;
    /** How many were ever added; the place of the next is this modulo the capacity. */
    private long added;

    RecentInteractions() {
        this.idHigh = new long[SMALLEST];
        this.idLow = new long[SMALLEST];
        this.content = new long[SMALLEST];
    }

    int size() {
        return (int) Math.min(added, CAPACITY);
    }

    int weight() {
        return 3 * Long.BYTES * idHigh.length;
    }

    /** The content that an id was recorded with; empty where it is not among the last 4,096. */
    OptionalLong contentOf(Fingerprint id) {
        for (int i = 0; i < size(); i++) {
            if (idHigh[i] == id.high() && idLow[i] == id.low()) {
                return OptionalLong.of(content[i]);
            }
        }
        return OptionalLong.empty();
    }

    void add(Fingerprint id, long contentOfId) {
        int place = (int) (added % CAPACITY);
        if (place == idHigh.length) {
            grow();
        }
        idHigh[place] = id.high();
        idLow[place] = id.low();
        content[place] = contentOfId;
        added++;
    }

    void writeTo(DataOutputStream out) throws IOException {
        out.writeLong(added);
        for (int i = 0; i < size(); i++) {
            out.writeLong(idHigh[i]);
            out.writeLong(idLow[i]);
            out.writeLong(content[i]);
        }
    }

    static RecentInteractions readFrom(DataInputStream in) throws IOException {
        RecentInteractions recent = new RecentInteractions();
        long added = in.readLong();
        int size = (int) Math.min(added, CAPACITY);
        for (int i = 0; i < size; i++) {
            recent.add(new Fingerprint(in.readLong(), in.readLong()), in.readLong());
        }
        recent.added = added;
        return recent;
    }

    private void grow() {
        int length = Math.min(2 * idHigh.length, CAPACITY);
        idHigh = Arrays.copyOf(idHigh, length);
        idLow = Arrays.copyOf(idLow, length);
        content = Arrays.copyOf(content, length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecentInteractions that
                && added == that.added
                && Arrays.equals(idHigh, 0, size(), that.idHigh, 0, size())
                && Arrays.equals(idLow, 0, size(), that.idLow, 0, size())
                && Arrays.equals(content, 0, size(), that.content, 0, size());
    }

    @Override
    public int hashCode() {
        return Long.hashCode(added);
    }

    @Override
    public String toString() {
        return "RecentInteractions[" + size() + " of " + added + "]";
    }
}
