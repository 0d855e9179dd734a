package dev.counterpoint.domain.encoding;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what {@link CanonicalWriter} wrote, in the same order. Every method throws {@link UnreadableBytesException} where the bytes
 * end too early or cannot have been written so. Not thread-safe.
 */
public final class CanonicalReader {
    private final byte[] bytes;
    private final List<String> words = new ArrayList<>();
    private int position;

    /** @param bytes not copied; must not change while it is read */
    public CanonicalReader(byte[] bytes) {
        this.bytes = bytes;
    }

    public int readByte() {
        require(1);
        return bytes[position++] & 0xFF;
    }

    public long readNumber() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = readByte();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new UnreadableBytesException("a number takes more than ten bytes before " + position);
    }

    /** A number that counts what follows, each item taking a byte or more. */
    public int readCount() {
        long count = readNumber();
        if (count < 0 || count > bytes.length - position) {
            throw new UnreadableBytesException(count + " items cannot follow at " + position);
        }
        return (int) count;
    }

    public float readFloat() {
        require(Float.BYTES);
        int bits = 0;
        for (int i = 0; i < Float.BYTES; i++) {
            bits = bits << 8 | bytes[position++] & 0xFF;
        }
        return Float.intBitsToFloat(bits);
    }

    public long readLong() {
        require(Long.BYTES);
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = value << 8 | bytes[position++] & 0xFF;
        }
        return value;
    }

    public double readDouble() {
        return Double.longBitsToDouble(readLong());
    }

    /** Fills an array of the length that was written. */
    public void readSparse(float[] values) {
        long mask = readNumber();
        for (int i = 0; i < values.length; i++) {
            values[i] = (mask >>> i & 1) == 0 ? 0 : readFloat();
        }
    }

    public String readWord() {
        long reference = readNumber();
        if (reference < 0 || reference > words.size()) {
            throw new UnreadableBytesException("word " + reference + " was not written before " + position);
        }
        if (reference > 0) {
            return words.get((int) reference - 1);
        }
        String word = readUnits(readCount());
        words.add(word);
        return word;
    }

    /** @throws UnreadableBytesException if anything is left */
    public void requireEnd() {
        if (position != bytes.length) {
            throw new UnreadableBytesException(bytes.length - position + " bytes are left over");
        }
    }

    private String readUnits(int byteCount) {
        int end = position + byteCount;
        for (int i = position; i < end; i++) {
            if (bytes[i] < 0) {
                return readWideUnits(end);
            }
        }
        String word = new String(bytes, position, byteCount, StandardCharsets.ISO_8859_1);
        position = end;
        return word;
    }

    private String readWideUnits(int end) {
        StringBuilder units = new StringBuilder(end - position);
        while (position < end) {
            int first = readByte();
            if (first < 0x80) {
                units.append((char) first);
            } else if (first < 0xE0) {
                units.append((char) ((first & 0x1F) << 6 | readByte() & 0x3F));
            } else {
                units.append((char) ((first & 0x0F) << 12 | (readByte() & 0x3F) << 6 | readByte() & 0x3F));
            }
        }
        return units.toString();
    }

    private void require(int more) {
        if (bytes.length - position < more) {
            throw new UnreadableBytesException("the bytes end at " + bytes.length + ", within a value");
        }
    }
}
