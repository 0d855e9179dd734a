package dev.counterpoint.query.web;

import dev.counterpoint.domain.refusal.Refusal.Reason;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Places in lists as clients carry them: opaque, and good for the same list only. */
public final class Cursors {
    private Cursors() {}

    public static String of(long... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Long.BYTES);
        for (long number : numbers) {
            bytes.putLong(number);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** @throws RequestRefusedException if it is not a cursor of that many numbers */
    public static long[] parse(String cursor, int numbers) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length == numbers * Long.BYTES) {
                long[] parsed = new long[numbers];
                ByteBuffer.wrap(bytes).asLongBuffer().get(parsed);
                return parsed;
            }
        } catch (IllegalArgumentException notBase64) {
            // It is refused below, like one of another length.
        }
        throw refused();
    }

    public static String ofText(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws RequestRefusedException if it is not one that {@link #ofText} wrote */
    public static String parseText(String cursor) {
        String text;
        try {
            text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw refused();
        }
        if (!ofText(text).equals(cursor)) {
            throw refused();
        }
        return text;
    }

    public static RequestRefusedException refused() {
        return RequestRefusedException.of(
                Reason.MALFORMED, "the parameter cursor must be a nextCursor of the same list");
    }
}
