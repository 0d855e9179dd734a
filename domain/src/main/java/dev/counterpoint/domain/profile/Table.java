package dev.counterpoint.domain.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A bounded map of rows by name. */
final class Table<E extends Entry<E>> {
    private static final Comparator<Entry<?>> BY_KEY = Comparator.comparing(entry -> entry.key);

    private final int keep;
    private final int keepBytes;
    private final Map<String, E> entries;
    private int bytes;

    /**
     * @param keep how many rows survive a cut; one happens at a quarter more
     * @param maxBytes how many bytes all names may take; a cut leaves at most three quarters of it
     */
    Table(int keep, int maxBytes) {
        this(keep, maxBytes / 4 * 3, new HashMap<>());
    }

    private Table(int keep, int keepBytes, Map<String, E> entries) {
        this.keep = keep;
        this.keepBytes = keepBytes;
        this.entries = entries;
    }

    @Nullable
    E find(String key) {
        return entries.get(key);
    }

    int size() {
        return entries.size();
    }

    Collection<E> all() {
        return entries.values();
    }

    /** By name. */
    List<E> sorted() {
        List<E> sorted = new ArrayList<>(entries.values());
        sorted.sort(BY_KEY);
        return sorted;
    }

    void add(E entry) {
        bytes += entry.nameBytes();
        E old = entries.put(entry.key, entry);
        bytes -= old == null ? 0 : old.nameBytes();
    }

    void remove(String key) {
        E old = entries.remove(key);
        bytes -= old == null ? 0 : old.nameBytes();
    }

    boolean isOverfull() {
        return entries.size() > keep + keep / 4 || bytes > keepBytes / 3 * 4;
    }

    /** Forgets the last rows by an order until all limits hold; ties go by name. */
    void cut(Comparator<? super E> bestFirst) {
        List<E> ranked = sorted();
        ranked.sort(bestFirst);
        entries.clear();
        bytes = 0;
        for (E entry : ranked) {
            if (entries.size() < keep && bytes + entry.nameBytes() <= keepBytes) {
                add(entry);
            }
        }
    }

    Table<E> copy() {
        Table<E> copy = new Table<>(keep, keepBytes, new HashMap<String, E>(2 * entries.size()));
        entries.forEach((key, entry) -> copy.entries.put(key, entry.copy()));
        copy.bytes = bytes;
        return copy;
    }
}
