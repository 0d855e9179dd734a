package dev.counterpoint.domain.embedding;

import dev.counterpoint.domain.catalog.CardId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Which card stands in which row: ids as bytes behind each other, in their order, and a hash table of rows. Some 30 bytes a card, where a map
 * takes four times as much. Immutable and thread-safe.
 */
final class CardRows {
    private static final int NONE = -1;

    private final byte[] ids;
    private final int[] ends;
    private final int[] table;

    /**
     * @param ids behind each other, each as ASCII
     * @param ends int[cards], where each id ends
     * @throws IllegalArgumentException if they are not in order, or one is there twice
     */
    CardRows(byte[] ids, int[] ends) {
        this.ids = ids;
        this.ends = ends;
        requireOrder();
        int slots = Integer.highestOneBit(Math.max(1, ends.length)) << 2;
        table = new int[slots];
        Arrays.fill(table, NONE);
        for (int row = 0; row < ends.length; row++) {
            int slot = slotOf(hashOf(row));
            while (table[slot] != NONE) {
                slot = slot + 1 & slots - 1;
            }
            table[slot] = row;
        }
    }

    /** @param cards in order, none twice */
    static CardRows of(List<CardId> cards) {
        int length = cards.stream().mapToInt(card -> card.value().length()).sum();
        byte[] ids = new byte[length];
        int[] ends = new int[cards.size()];
        int end = 0;
        for (int row = 0; row < ends.length; row++) {
            byte[] id = cards.get(row).value().getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(id, 0, ids, end, id.length);
            end += id.length;
            ends[row] = end;
        }
        return new CardRows(ids, ends);
    }

    int size() {
        return ends.length;
    }

    CardId at(int row) {
        int begin = beginOf(row);
        return new CardId(new String(ids, begin, ends[row] - begin, StandardCharsets.US_ASCII));
    }

    /** @return -1 if it stands in none */
    int rowOf(CardId card) {
        String id = card.value();
        int slot = slotOf(id.hashCode());
        while (table[slot] != NONE) {
            if (isAt(table[slot], id)) {
                return table[slot];
            }
            slot = slot + 1 & table.length - 1;
        }
        return NONE;
    }

    /** The same of many cards; the slots of all are read before any id is compared, so that memory is waited for once. */
    int[] rowsOf(CardId[] cards) {
        int[] found = new int[cards.length];
        for (int i = 0; i < cards.length; i++) {
            found[i] = table[slotOf(cards[i].value().hashCode())];
        }
        for (int i = 0; i < cards.length; i++) {
            if (found[i] != NONE && !isAt(found[i], cards[i].value())) {
                found[i] = rowOf(cards[i]);
            }
        }
        return found;
    }

    byte[] ids() {
        return ids;
    }

    int lengthOf(int row) {
        return ends[row] - beginOf(row);
    }

    private int beginOf(int row) {
        return row == 0 ? 0 : ends[row - 1];
    }

    private boolean isAt(int row, String id) {
        int begin = beginOf(row);
        if (ends[row] - begin != id.length()) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            if (ids[begin + i] != id.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** As {@link String#hashCode} of the id. */
    private int hashOf(int row) {
        int hash = 0;
        for (int i = beginOf(row); i < ends[row]; i++) {
            hash = 31 * hash + ids[i];
        }
        return hash;
    }

    private int slotOf(int hash) {
        int mixed = hash * 0x9E3779B9;
        return (mixed ^ mixed >>> 16) & table.length - 1;
    }

    private void requireOrder() {
        for (int row = 1; row < ends.length; row++) {
            int before = beginOf(row - 1);
            if (Arrays.compare(ids, before, ends[row - 1], ids, ends[row - 1], ends[row]) >= 0) {
                throw new IllegalArgumentException("card " + at(row) + " does not come after card " + at(row - 1));
            }
        }
    }
}
