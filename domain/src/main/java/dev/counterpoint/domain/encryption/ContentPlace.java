package dev.counterpoint.domain.encryption;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * What encrypted bytes are and where they belong. They are authenticated together, so content that was moved elsewhere is not read.
 *
 * @param bytes of each part its length, four bytes big-endian, and its UTF-8; not copied, so never change them
 */
public record ContentPlace(byte[] bytes) {

    /** @param parts what the content is, first, then what names it among its like */
    public static ContentPlace of(String... parts) {
        List<byte[]> texts = Arrays.stream(parts)
                .map(part -> part.getBytes(StandardCharsets.UTF_8))
                .toList();
        int length =
                texts.stream().mapToInt(text -> Integer.BYTES + text.length).sum();
        ByteBuffer bytes = ByteBuffer.allocate(length);
        texts.forEach(text -> bytes.putInt(text.length).put(text));
        return new ContentPlace(bytes.array());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContentPlace that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "place[" + bytes.length + " bytes]";
    }
}
