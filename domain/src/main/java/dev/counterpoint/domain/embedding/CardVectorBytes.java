package dev.counterpoint.domain.embedding;

import dev.counterpoint.domain.encoding.UnreadableBytesException;
import dev.counterpoint.domain.identity.Identifiers;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * Vectors of cards as bytes: a byte for the form, 4 for how many cards there are, for each card the length of its id in a byte and the id in
 * ASCII, then 64 bytes for each card. Equal vectors have equal bytes. Some 80 bytes a card.
 */
public final class CardVectorBytes {
    private static final int FORM = 1;

    private CardVectorBytes() {}

    public static byte[] encode(CardVectors vectors) {
        CardRows rows = vectors.rows();
        int cards = rows.size();
        ByteBuffer to =
                ByteBuffer.allocate(1 + Integer.BYTES + cards + rows.ids().length + cards * CardVectors.DIMENSIONS);
        to.put((byte) FORM).putInt(cards);
        int begin = 0;
        for (int row = 0; row < cards; row++) {
            int length = rows.lengthOf(row);
            to.put((byte) length).put(rows.ids(), begin, length);
            begin += length;
        }
        return to.put(vectors.values()).array();
    }

    /** @throws UnreadableBytesException if the bytes were not written so */
    public static CardVectors decode(byte[] bytes) {
        ByteBuffer from = ByteBuffer.wrap(bytes);
        try {
            int form = from.get();
            if (form != FORM) {
                throw new UnreadableBytesException("vectors in form " + form + " are not in form " + FORM);
            }
            return read(from);
        } catch (BufferUnderflowException | IllegalArgumentException broken) {
            throw new UnreadableBytesException("vectors of cards that were not written so: " + broken.getMessage());
        }
    }

    private static CardVectors read(ByteBuffer from) {
        int cards = from.getInt();
        if (cards < 0 || (long) cards * (1 + CardVectors.DIMENSIONS) > from.remaining()) {
            throw new IllegalArgumentException(cards + " cards in " + from.remaining() + " bytes");
        }
        byte[] ids = new byte[from.remaining() - cards * (1 + CardVectors.DIMENSIONS)];
        int[] ends = new int[cards];
        int end = 0;
        for (int row = 0; row < cards; row++) {
            int length = from.get();
            if (length < 0 || end + length > ids.length) {
                throw new IllegalArgumentException("an id of " + length + " bytes");
            }
            from.get(ids, end, length);
            end += length;
            ends[row] = end;
        }
        byte[] values = new byte[cards * CardVectors.DIMENSIONS];
        from.get(values);
        if (from.hasRemaining() || end != ids.length) {
            throw new IllegalArgumentException("bytes are left over");
        }
        CardRows rows = new CardRows(ids, ends);
        for (int row = 0; row < cards; row++) {
            Identifiers.require("a card id", rows.at(row).value());
        }
        return new CardVectors(rows, values);
    }
}
