package dev.counterpoint.command.catalog;

import dev.counterpoint.command.stream.Fingerprint;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.RuleId;
import dev.counterpoint.domain.catalog.ShelfId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which cards, shelves and rules a shard has, and the fingerprints of their present content; changes can be taken back until they are kept. */
final class ShardEntries {
    private static final char CARD = 'c';
    private static final char SHELF = 's';
    private static final char RULE = 'r';
    /** A map entry, its key of an identifier, its value: measured about this. */
    private static final int BYTES_PER_ENTRY = 200;

    /** By kind and id: a card, a shelf and a rule may have the same id. */
    private final Map<String, Entry> entries = new HashMap<>();

    private final transient Deque<Change> notKept = new ArrayDeque<>();

    record Entry(Fingerprint content, boolean retired) {}

    private record Change(String key, @Nullable Entry before) {}

    boolean knows(CardId cardId) {
        return entries.containsKey(CARD + cardId.value());
    }

    boolean knows(ShelfId shelfId) {
        return entries.containsKey(SHELF + shelfId.value());
    }

    boolean knows(RuleId ruleId) {
        return entries.containsKey(RULE + ruleId.value());
    }

    boolean isWithdrawn(ShelfId shelfId) {
        Entry entry = entries.get(SHELF + shelfId.value());
        return entry != null && entry.retired();
    }

    boolean isWithdrawn(RuleId ruleId) {
        Entry entry = entries.get(RULE + ruleId.value());
        return entry != null && entry.retired();
    }

    /** Whether the rule holds with this very content. */
    boolean holdsRule(RuleId ruleId, Fingerprint content) {
        return new Entry(content, false).equals(entries.get(RULE + ruleId.value()));
    }

    boolean isRetired(CardId cardId) {
        Entry entry = entries.get(CARD + cardId.value());
        return entry != null && entry.retired();
    }

    /** Whether the card stands with this very content, and is not retired. */
    boolean holdsCard(CardId cardId, Fingerprint content) {
        return new Entry(content, false).equals(entries.get(CARD + cardId.value()));
    }

    boolean holdsShelf(ShelfId shelfId, Fingerprint content) {
        return new Entry(content, false).equals(entries.get(SHELF + shelfId.value()));
    }

    void putCard(CardId cardId, Fingerprint content) {
        put(CARD + cardId.value(), new Entry(content, false));
    }

    void putShelf(ShelfId shelfId, Fingerprint content) {
        put(SHELF + shelfId.value(), new Entry(content, false));
    }

    void putRule(RuleId ruleId, Fingerprint content) {
        put(RULE + ruleId.value(), new Entry(content, false));
    }

    void retire(CardId cardId) {
        end(CARD + cardId.value());
    }

    void withdraw(ShelfId shelfId) {
        end(SHELF + shelfId.value());
    }

    void withdraw(RuleId ruleId) {
        end(RULE + ruleId.value());
    }

    private void end(String key) {
        Entry present = Objects.requireNonNull(entries.get(key), "what ends was published before");
        put(key, new Entry(present.content(), true));
    }

    void keep() {
        notKept.clear();
    }

    void revert() {
        while (!notKept.isEmpty()) {
            Change change = notKept.pop();
            if (change.before() == null) {
                entries.remove(change.key());
            } else {
                entries.put(change.key(), change.before());
            }
        }
    }

    int size() {
        return entries.size();
    }

    int weight() {
        return 256 + BYTES_PER_ENTRY * entries.size();
    }

    /** A view: by kind and id. */
    Map<String, Entry> byKey() {
        return entries;
    }

    private void put(String key, Entry entry) {
        notKept.push(new Change(key, entries.put(key, entry)));
    }
}
