package dev.counterpoint.infra.cli.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorInputStream;

/** What a file is packed with, by its first bytes. */
public final class Packing {
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final byte[] ZSTD = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};
    private static final byte[] XZ = {(byte) 0xfd, '7', 'z', 'X', 'Z'};
    private static final byte[] TAR = "ustar".getBytes(StandardCharsets.US_ASCII);
    private static final int TAR_MAGIC_AT = 257;

    private Packing() {}

    /** @param bytes of the file; what comes back can be read back to its start for some hundred bytes */
    public static InputStream unpacked(BufferedInputStream bytes) throws IOException {
        if (startsWith(bytes, 0, XZ)) {
            throw new IOException("it is packed with xz, unpack it first");
        }
        if (startsWith(bytes, 0, GZIP)) {
            return new BufferedInputStream(
                    GzipCompressorInputStream.builder()
                            .setInputStream(bytes)
                            .setDecompressConcatenated(true)
                            .get(),
                    1 << 16);
        }
        return startsWith(bytes, 0, ZSTD)
                ? new BufferedInputStream(new ZstdCompressorInputStream(bytes), 1 << 16)
                : bytes;
    }

    /** @param unpacked a stream that can be marked */
    public static boolean isTar(InputStream unpacked) throws IOException {
        return startsWith(unpacked, TAR_MAGIC_AT, TAR);
    }

    private static boolean startsWith(InputStream in, int offset, byte[] magic) throws IOException {
        in.mark(offset + magic.length);
        byte[] start = in.readNBytes(offset + magic.length);
        in.reset();
        return start.length == offset + magic.length
                && Arrays.equals(start, offset, start.length, magic, 0, magic.length);
    }
}
