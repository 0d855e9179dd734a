package dev.counterpoint.domain.eventlog;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An event's metadata as it is stored and hashed: the number of entries, then key and value of each, in the order of the keys
 * (UTF-16 code units). Numbers are four bytes, big-endian; a text is its length in bytes and its UTF-8. Equal maps have equal bytes.
 *
 * @param bytes not copied, so never change them
 */
public record EventMetadata(byte[] bytes) {

    public static EventMetadata of(Map<String, String> entries) {
        List<byte[]> texts = new ArrayList<>(2 * entries.size());
        int length = Integer.BYTES;
        for (Map.Entry<String, String> entry : new TreeMap<>(entries).entrySet()) {
            for (String text : List.of(entry.getKey(), entry.getValue())) {
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                texts.add(utf8);
                length += Integer.BYTES + utf8.length;
            }
        }
        ByteBuffer canonical = ByteBuffer.allocate(length).putInt(entries.size());
        texts.forEach(utf8 -> canonical.putInt(utf8.length).put(utf8));
        return new EventMetadata(canonical.array());
    }

    /** @throws IllegalStateException if the bytes are not those of metadata */
    public Map<String, String> toMap() {
        ByteBuffer canonical = ByteBuffer.wrap(bytes);
        try {
            int size = canonical.getInt();
            Map<String, String> entries = new TreeMap<>();
            for (int i = 0; i < size; i++) {
                String key = text(canonical);
                entries.put(key, text(canonical));
            }
            return Map.copyOf(entries);
        } catch (BufferUnderflowException cut) {
            throw new IllegalStateException("metadata of " + bytes.length + " bytes is cut off", cut);
        }
    }

    private static String text(ByteBuffer canonical) {
        int length = canonical.getInt();
        if (length < 0 || length > canonical.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] utf8 = new byte[length];
        canonical.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventMetadata that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "metadata[" + bytes.length + " bytes]";
    }
}
