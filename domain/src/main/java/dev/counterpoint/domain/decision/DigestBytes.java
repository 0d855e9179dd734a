package dev.counterpoint.domain.decision;

import dev.counterpoint.domain.encoding.CanonicalReader;
import dev.counterpoint.domain.encoding.CanonicalWriter;
import dev.counterpoint.domain.home.Digest;
import java.nio.ByteBuffer;

/** Digests as four numbers of eight bytes. */
final class DigestBytes {
    private DigestBytes() {}

    static void write(CanonicalWriter out, Digest digest) {
        ByteBuffer bytes = ByteBuffer.wrap(digest.bytes());
        while (bytes.hasRemaining()) {
            out.writeLong(bytes.getLong());
        }
    }

    static Digest read(CanonicalReader in) {
        ByteBuffer bytes = ByteBuffer.allocate(Digest.BYTES);
        while (bytes.hasRemaining()) {
            bytes.putLong(in.readLong());
        }
        return Digest.of(bytes.array());
    }
}
