package dev.counterpoint.domain.catalog;

import java.util.Arrays;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map of which the next state shares all that did not change: {@link #with} copies one pointer per bucket and the
 * touched buckets only. Iteration has no promised order. Thread-safe.
 *
 * @param <K> keys by value, with an even hash
 */
public final class EpochMap<K, V> {
    private static final int FIRST_BUCKETS = 16;
    private static final int ENTRIES_PER_BUCKET = 4;
    private static final int[] NO_HASHES = {};
    private static final Object[] NOTHING = {NO_HASHES};

    /** Each bucket holds an int[] with the hashes of its keys, then key, value, key, value: most keys are told without a look at them. */
    private final Object[][] buckets;

    private final int size;

    private EpochMap(Object[][] buckets, int size) {
        this.buckets = buckets;
        this.size = size;
    }

    public static <K, V> EpochMap<K, V> empty() {
        return new EpochMap<>(emptyBuckets(FIRST_BUCKETS), 0);
    }

    public int size() {
        return size;
    }

    @SuppressWarnings("unchecked")
    public @Nullable V get(K key) {
        Object[] bucket = buckets[indexOf(key, buckets.length)];
        int at = find(bucket, key);
        return at < 0 ? null : (V) bucket[at + 1];
    }

    /**
     * Many at once: all keys are hashed first, then all buckets found, since short loops wait for memory once for several keys.
     *
     * @param values of the length of {@code keys}: where to put what was found, null where nothing was
     */
    @SuppressWarnings("unchecked")
    public void getAll(K[] keys, @Nullable V[] values) {
        int[] hashes = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            hashes[i] = keys[i].hashCode();
        }
        Object[][] found = new Object[keys.length][];
        for (int i = 0; i < keys.length; i++) {
            found[i] = buckets[indexOf(hashes[i], buckets.length)];
        }
        for (int i = 0; i < keys.length; i++) {
            int at = find(found[i], keys[i], hashes[i]);
            values[i] = at < 0 ? null : (V) found[i][at + 1];
        }
    }

    /** This map with entries added or replaced. */
    public EpochMap<K, V> with(Map<K, V> changes) {
        if (changes.isEmpty()) {
            return this;
        }
        Object[][] next = grown(size + changes.size());
        Object[][] shared = next.clone();
        int added = 0;
        for (Map.Entry<K, V> change : changes.entrySet()) {
            added += put(next, shared, change.getKey(), change.getValue());
        }
        return new EpochMap<>(next, size + added);
    }

    @SuppressWarnings("unchecked")
    public void forEach(BiConsumer<? super K, ? super V> action) {
        for (Object[] bucket : buckets) {
            for (int i = 1; i < bucket.length; i += 2) {
                action.accept((K) bucket[i], (V) bucket[i + 1]);
            }
        }
    }

    /** A copy of the array of buckets, spread over more of them where the entries have become many. */
    private Object[][] grown(int entries) {
        int count = buckets.length;
        while (entries > count * ENTRIES_PER_BUCKET) {
            count *= 2;
        }
        if (count == buckets.length) {
            return buckets.clone();
        }
        Object[][] wider = emptyBuckets(count);
        forEach((key, value) -> {
            int index = indexOf(key, wider.length);
            wider[index] = append(wider[index], key, value);
        });
        return wider;
    }

    /** @return 1 if the key is new, else 0 */
    private static int put(Object[][] next, Object[][] shared, Object key, Object value) {
        int index = indexOf(key, next.length);
        Object[] bucket = next[index];
        int at = find(bucket, key);
        if (at < 0) {
            next[index] = append(bucket, key, value);
            return 1;
        }
        if (bucket == shared[index]) {
            bucket = bucket.clone();
            next[index] = bucket;
        }
        bucket[at] = key;
        bucket[at + 1] = value;
        return 0;
    }

    private static int find(Object[] bucket, Object key) {
        return find(bucket, key, key.hashCode());
    }

    private static int find(Object[] bucket, Object key, int hash) {
        int[] hashes = (int[]) bucket[0];
        for (int i = 0; i < hashes.length; i++) {
            if (hash == hashes[i]) {
                Object found = bucket[2 * i + 1];
                if (key == found || key.equals(found)) {
                    return 2 * i + 1;
                }
            }
        }
        return -1;
    }

    private static Object[] append(Object[] bucket, Object key, Object value) {
        int[] hashes = (int[]) bucket[0];
        int[] more = Arrays.copyOf(hashes, hashes.length + 1);
        more[hashes.length] = key.hashCode();
        Object[] longer = Arrays.copyOf(bucket, bucket.length + 2);
        longer[0] = more;
        longer[bucket.length] = key;
        longer[bucket.length + 1] = value;
        return longer;
    }

    private static int indexOf(Object key, int buckets) {
        return indexOf(key.hashCode(), buckets);
    }

    private static int indexOf(int hash, int buckets) {
        int spread = hash * 0x9E3779B9;
        return (spread ^ spread >>> 16) & (buckets - 1);
    }

    private static Object[][] emptyBuckets(int count) {
        Object[][] empty = new Object[count][];
        Arrays.fill(empty, NOTHING);
        return empty;
    }
}
