package dev.counterpoint.domain.encoding;

import java.util.Arrays;

/** Numbers words from 1 in the order in which they first come. */
final class Words {
    private String[] words = new String[32];
    private int[] slots = new int[64];
    private int size;

    /** The number of a word that came before; 0 for a new one, which gets the next. */
    int numberOf(String word) {
        int slot = slotOf(word);
        if (slots[slot] != 0) {
            return slots[slot];
        }
        if (size == words.length) {
            grow();
            slot = slotOf(word);
        }
        words[size] = word;
        slots[slot] = ++size;
        return 0;
    }

    private void grow() {
        words = Arrays.copyOf(words, 2 * size);
        slots = new int[4 * size];
        for (int i = 0; i < size; i++) {
            slots[slotOf(words[i])] = i + 1;
        }
    }

    private int slotOf(String word) {
        int hash = word.hashCode() * 0x9E3779B9;
        int slot = (hash ^ hash >>> 16) & slots.length - 1;
        while (slots[slot] != 0 && !words[slots[slot] - 1].equals(word)) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }
}
