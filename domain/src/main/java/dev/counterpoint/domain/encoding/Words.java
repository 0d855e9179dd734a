package dev.counterpoint.domain.encoding;

import java.util.Arrays;

/** Numbers words from 1 in the order in which they first come. */
final class Words {
    private String[] words;

    /** 0 where free, else the number of a word and above it its hash. A power of two, at most half full. */
    private long[] slots;

    private int size;

    /** @param expected about how many there will be */
    Words(int expected) {
        int room = Integer.highestOneBit(Math.max(expected, 16) - 1) << 1;
        this.words = new String[room];
        this.slots = new long[2 * room];
    }

    /** The number of a word that came before; 0 for a new one, which gets the next. */
    int numberOf(String word) {
        int slot = slotOf(word);
        if (slots[slot] != 0) {
            return (int) slots[slot];
        }
        if (size == words.length) {
            grow();
            slot = slotOf(word);
        }
        words[size] = word;
        slots[slot] = entry(word, ++size);
        return 0;
    }

    private void grow() {
        words = Arrays.copyOf(words, 2 * size);
        slots = new long[4 * size];
        for (int i = 0; i < size; i++) {
            slots[slotOf(words[i])] = entry(words[i], i + 1);
        }
    }

    private static long entry(String word, int number) {
        return (long) word.hashCode() << Integer.SIZE | number;
    }

    private int slotOf(String word) {
        int hash = word.hashCode();
        int spread = hash * 0x9E3779B9;
        int slot = (spread ^ spread >>> 16) & slots.length - 1;
        while (slots[slot] != 0 && !isAt(slots[slot], hash, word)) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private boolean isAt(long entry, int hash, String word) {
        return (int) (entry >>> Integer.SIZE) == hash && words[(int) entry - 1].equals(word);
    }
}
