package dev.counterpoint.training.row;

import dev.counterpoint.domain.feature.FeatureSet;
import dev.counterpoint.domain.time.Micros;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * The rows of one part of history, as bytes that can be kept and read again: what makes a stopped training go on. Equal rows have equal
 * bytes. Holds no identity of anybody. A row is its moment, the length of its list, its marginal propensity, a float a {@link Reward} and a
 * float a feature.
 */
public final class RowBlock {
    /** 1 held a bit a reward, and knew two of them. */
    private static final int VERSION = 2;

    private static final int HEADER = 3 * Integer.BYTES + 2 * Long.BYTES;
    private static final int REWARDS = Reward.values().length;
    private static final int BEFORE_PLACE = Long.BYTES + Integer.BYTES + Double.BYTES;
    private static final int BEFORE_REWARDS = BEFORE_PLACE + 2 * Integer.BYTES;
    private static final int BEFORE_FEATURES = BEFORE_REWARDS + REWARDS * Float.BYTES;

    private final FeatureSet set;
    private final ByteBuffer bytes;

    private RowBlock(FeatureSet set, byte[] bytes) {
        this.set = set;
        this.bytes = ByteBuffer.wrap(bytes);
    }

    public static Builder of(FeatureSet set) {
        return new Builder(set);
    }

    /** Whether bytes are rows of this version with these features, and whole. */
    public static boolean isReadable(FeatureSet set, byte[] written) {
        ByteBuffer bytes = ByteBuffer.wrap(written);
        return written.length >= HEADER
                && bytes.getInt() == VERSION
                && bytes.getInt() == set.size()
                && written.length == HEADER + (long) width(set) * bytes.getInt();
    }

    /** @throws IllegalArgumentException if the bytes are not {@link #isReadable readable} */
    public static RowBlock read(FeatureSet set, byte[] written) {
        if (!isReadable(set, written)) {
            throw new IllegalArgumentException(
                    written.length + " bytes are not rows of version " + VERSION + " with " + set.size() + " features");
        }
        return new RowBlock(set, written);
    }

    public int rows() {
        return bytes.getInt(2 * Integer.BYTES);
    }

    /** How many listeners the rows come from. */
    public long listeners() {
        return bytes.getLong(3 * Integer.BYTES);
    }

    /** How many pages the rows come from. */
    public long pages() {
        return bytes.getLong(3 * Integer.BYTES + Long.BYTES);
    }

    /** Adds all rows, in order, for one reward. */
    public void addTo(TrainingRows.Builder to, Reward reward, ExposureWeights weights) {
        float[] features = new float[set.size()];
        int rows = rows();
        for (int row = 0; row < rows; row++) {
            int at = HEADER + row * width(set);
            bytes.slice(at + BEFORE_FEATURES, features.length * Float.BYTES)
                    .asFloatBuffer()
                    .get(features);
            to.add(
                    features,
                    bytes.getInt(at + BEFORE_PLACE),
                    bytes.getInt(at + BEFORE_PLACE + Integer.BYTES),
                    bytes.getFloat(at + BEFORE_REWARDS + reward.ordinal() * Float.BYTES),
                    weights.of(bytes.getInt(at + Long.BYTES), bytes.getDouble(at + Long.BYTES + Integer.BYTES)),
                    bytes.getLong(at));
        }
    }

    /** Not copied. */
    public byte[] toBytes() {
        return bytes.array();
    }

    private static int width(FeatureSet set) {
        return BEFORE_FEATURES + set.size() * Float.BYTES;
    }

    /** Collects rows, page by page. Not thread-safe. */
    public static final class Builder {
        private final FeatureSet set;
        private ByteBuffer bytes;
        private int rows;
        private long listeners;
        private long pages;
        private Object lastListener = "";

        private Builder(FeatureSet set) {
            this.set = set;
            this.bytes = ByteBuffer.allocate(HEADER + 64 * width(set)).position(HEADER);
        }

        /** Pages of one listener come one after the other. */
        public Builder add(List<ShownSlot> page) {
            for (ShownSlot slot : page) {
                add(slot);
                listeners += slot.listener().equals(lastListener) ? 0 : 1;
                lastListener = slot.listener();
            }
            pages += page.isEmpty() ? 0 : 1;
            return this;
        }

        private void add(ShownSlot slot) {
            if (bytes.remaining() < width(set)) {
                int at = bytes.position();
                bytes = ByteBuffer.wrap(Arrays.copyOf(bytes.array(), Math.addExact(at, at / 2 + width(set))))
                        .position(at);
            }
            bytes.putLong(Micros.of(slot.servedAt()))
                    .putInt(slot.listLength())
                    .putDouble(slot.marginalPropensity())
                    .putInt(slot.row())
                    .putInt(slot.column());
            for (Reward reward : Reward.values()) {
                bytes.putFloat((float) slot.earned(reward));
            }
            bytes.asFloatBuffer().put(slot.features());
            bytes.position(bytes.position() + set.size() * Float.BYTES);
            rows++;
        }

        public RowBlock build() {
            byte[] written = Arrays.copyOf(bytes.array(), bytes.position());
            ByteBuffer.wrap(written)
                    .putInt(VERSION)
                    .putInt(set.size())
                    .putInt(rows)
                    .putLong(listeners)
                    .putLong(pages);
            return new RowBlock(set, written);
        }
    }
}
