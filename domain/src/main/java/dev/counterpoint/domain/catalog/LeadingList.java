package dev.counterpoint.domain.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The first few of many by an order, kept exact from one state to the next without looking at all of them each time. Immutable.
 *
 * <p>It holds the first {@code n ≤ 4,096}; everything else comes after the last it holds. What changes leaves the list and comes
 * back where it belongs; only when too many left is everything read again.
 */
public final class LeadingList<T> {
    private static final int MOST = 4_096;
    private static final int FEWEST = 1_024;

    private final Comparator<? super T> order;
    private final Function<? super T, ?> key;
    private final List<T> first;
    private final boolean isEverything;

    private LeadingList(Comparator<? super T> order, Function<? super T, ?> key, List<T> first, boolean isEverything) {
        this.order = order;
        this.key = key;
        this.first = first;
        this.isEverything = isEverything;
    }

    /**
     * @param order total: no two items are equal in it
     * @param key what stays the same when an item changes
     */
    public static <T> LeadingList<T> by(Comparator<? super T> order, Function<? super T, ?> key) {
        return new LeadingList<>(order, key, List.of(), true);
    }

    /** First to last; immutable. */
    public List<T> items() {
        return first;
    }

    /**
     * The list after a change.
     *
     * @param changedKeys the keys of all that was added, replaced or taken away
     * @param changed the items as they are now; those taken away are absent
     * @param everything hands all items as they are now to its consumer
     */
    public LeadingList<T> with(Set<?> changedKeys, Collection<T> changed, Consumer<Consumer<T>> everything) {
        List<T> next = new ArrayList<>(first.size() + changed.size());
        for (T item : first) {
            if (!changedKeys.contains(key.apply(item))) {
                next.add(item);
            }
        }
        if (!isEverything && next.size() < FEWEST) {
            return readAgain(everything);
        }
        T last = first.isEmpty() ? null : first.get(first.size() - 1);
        for (T item : changed) {
            if (isEverything || last == null || order.compare(item, last) < 0) {
                next.add(item);
            }
        }
        next.sort(order);
        return cut(next, isEverything);
    }

    private LeadingList<T> readAgain(Consumer<Consumer<T>> everything) {
        PriorityQueue<T> leaders = new PriorityQueue<>(MOST + 2, order.reversed());
        boolean[] fits = {true};
        everything.accept(item -> {
            leaders.add(item);
            if (leaders.size() > MOST) {
                leaders.remove();
                fits[0] = false;
            }
        });
        List<T> sorted = new ArrayList<>(leaders);
        sorted.sort(order);
        return cut(sorted, fits[0]);
    }

    private LeadingList<T> cut(List<T> sorted, boolean everything) {
        boolean fits = sorted.size() <= MOST;
        return new LeadingList<>(order, key, List.copyOf(fits ? sorted : sorted.subList(0, MOST)), everything && fits);
    }
}
