package dev.counterpoint.training.row;

import dev.counterpoint.domain.feature.FeatureSet;
import dev.counterpoint.domain.time.Micros;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of one part of history, as bytes that can be kept and read again: what makes a stopped training go on. Equal rows have equal
 * bytes. Holds no identity of anybody.
 */
public final class RowBlock {
    private static final int VERSION = 1;
    private static final int HEADER = 3 * Integer.BYTES + 2 * Long.BYTES;

    private final FeatureSet set;
    private final List<Row> rows;
    private final long listeners;
    private final long pages;

    /**
     * @param earned a bit a {@link Reward}, by its ordinal
     */
    private record Row(long moment, int listLength, double marginalPropensity, byte earned, float[] features) {}

    private RowBlock(FeatureSet set, List<Row> rows, long listeners, long pages) {
        this.set = set;
        this.rows = rows;
        this.listeners = listeners;
        this.pages = pages;
    }

    public static Builder of(FeatureSet set) {
        return new Builder(set);
    }

    public int rows() {
        return rows.size();
    }

    /** How many listeners the rows come from. */
    public long listeners() {
        return listeners;
    }

    /** How many pages the rows come from. */
    public long pages() {
        return pages;
    }

    /** Adds all rows, in order, for one reward. */
    public void addTo(TrainingRows.Builder to, Reward reward, ExposureWeights weights) {
        for (Row row : rows) {
            to.add(
                    row.features(),
                    row.earned() >> reward.ordinal() & 1,
                    weights.of(row.listLength(), row.marginalPropensity()),
                    row.moment());
        }
    }

    public byte[] toBytes() {
        int width = Long.BYTES + Integer.BYTES + Double.BYTES + 1 + set.size() * Float.BYTES;
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(HEADER + (long) width * rows.size()));
        bytes.putInt(VERSION)
                .putInt(set.size())
                .putInt(rows.size())
                .putLong(listeners)
                .putLong(pages);
        for (Row row : rows) {
            bytes.putLong(row.moment())
                    .putInt(row.listLength())
                    .putDouble(row.marginalPropensity())
                    .put(row.earned());
            for (float feature : row.features()) {
                bytes.putFloat(feature);
            }
        }
        return bytes.array();
    }

    /** @throws IllegalArgumentException if the bytes are not of this version and these features */
    public static RowBlock read(FeatureSet set, byte[] written) {
        ByteBuffer bytes = ByteBuffer.wrap(written);
        int version = bytes.getInt();
        int width = bytes.getInt();
        if (version != VERSION || width != set.size()) {
            throw new IllegalArgumentException(
                    "rows of version " + version + " with " + width + " features cannot be read here");
        }
        int count = bytes.getInt();
        long listeners = bytes.getLong();
        long pages = bytes.getLong();
        List<Row> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long moment = bytes.getLong();
            int listLength = bytes.getInt();
            double propensity = bytes.getDouble();
            byte earned = bytes.get();
            float[] features = new float[width];
            for (int column = 0; column < width; column++) {
                features[column] = bytes.getFloat();
            }
            rows.add(new Row(moment, listLength, propensity, earned, features));
        }
        return new RowBlock(set, rows, listeners, pages);
    }

    /** Collects rows, page by page. Not thread-safe. */
    public static final class Builder {
        private final FeatureSet set;
        private final List<Row> rows = new ArrayList<>();
        private long listeners;
        private long pages;
        private Object lastListener = "";

        private Builder(FeatureSet set) {
            this.set = set;
        }

        /** Pages of one listener come one after the other. */
        public Builder add(List<ShownSlot> page) {
            for (ShownSlot slot : page) {
                byte earned = 0;
                for (Reward reward : Reward.values()) {
                    earned |= (byte) (slot.earned(reward) << reward.ordinal());
                }
                rows.add(new Row(
                        Micros.of(slot.servedAt()),
                        slot.listLength(),
                        slot.marginalPropensity(),
                        earned,
                        slot.features()));
                listeners += slot.listener().equals(lastListener) ? 0 : 1;
                lastListener = slot.listener();
            }
            pages += page.isEmpty() ? 0 : 1;
            return this;
        }

        public RowBlock build() {
            return new RowBlock(set, rows, listeners, pages);
        }
    }
}
