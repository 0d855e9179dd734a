package dev.counterpoint.domain.encoding;

import java.util.Arrays;

/**
 * Writes numbers and words into bytes, each value in exactly one way: numbers in groups of 7 bits, lowest first, a word in full
 * where it stands first and by its number wherever it stands again. Not thread-safe.
 */
public final class CanonicalWriter {
    private static final int LARGEST_VARINT = 10;

    private final Words words = new Words();
    private byte[] bytes = new byte[512];
    private int length;

    public void writeByte(int value) {
        reserve(1);
        bytes[length++] = (byte) value;
    }

    /** Small numbers take one byte; negative ones take ten. */
    public void writeNumber(long value) {
        reserve(LARGEST_VARINT);
        long left = value;
        while ((left & ~0x7FL) != 0) {
            bytes[length++] = (byte) (left | 0x80);
            left >>>= 7;
        }
        bytes[length++] = (byte) left;
    }

    public void writeFloat(float value) {
        int bits = Float.floatToRawIntBits(value);
        reserve(Float.BYTES);
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (bits >>> shift);
        }
    }

    /** Always eight bytes. */
    public void writeLong(long value) {
        reserve(Long.BYTES);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (value >>> shift);
        }
    }

    public void writeDouble(double value) {
        writeLong(Double.doubleToRawLongBits(value));
    }

    /** The values that are not 0, after a mask that tells which they are; at most 64. */
    public void writeSparse(float[] values) {
        long mask = 0;
        for (int i = 0; i < values.length; i++) {
            mask |= values[i] == 0 ? 0 : 1L << i;
        }
        writeNumber(mask);
        for (float value : values) {
            if (value != 0) {
                writeFloat(value);
            }
        }
    }

    /** Any string, halves of surrogate pairs too. */
    public void writeWord(String word) {
        int seen = words.numberOf(word);
        writeNumber(seen);
        if (seen == 0) {
            writeUnits(word);
        }
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void writeUnits(String word) {
        writeNumber(encodedLength(word));
        reserve(3 * word.length());
        for (int i = 0; i < word.length(); i++) {
            writeUnit(word.charAt(i));
        }
    }

    /** One UTF-16 unit as UTF-8 would write a character of that number. */
    private void writeUnit(char unit) {
        if (unit < 0x80) {
            bytes[length++] = (byte) unit;
        } else if (unit < 0x800) {
            bytes[length++] = (byte) (0xC0 | unit >> 6);
            bytes[length++] = (byte) (0x80 | unit & 0x3F);
        } else {
            bytes[length++] = (byte) (0xE0 | unit >> 12);
            bytes[length++] = (byte) (0x80 | unit >> 6 & 0x3F);
            bytes[length++] = (byte) (0x80 | unit & 0x3F);
        }
    }

    /** The bytes that a word takes where it is written in full, its length not counted. */
    public static int encodedLength(String word) {
        int total = 0;
        for (int i = 0; i < word.length(); i++) {
            char unit = word.charAt(i);
            total += unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
        }
        return total;
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
        }
    }
}
