package dev.counterpoint.infra.cli.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Cuts a stream of bytes at its line ends and holds never more than one line, of bounded length. Not thread-safe. */
public final class LineReader {
    /** Stands for a line that was longer; the whole of it was read over. */
    public static final byte[] TOO_LONG = new byte[0];

    public static final int LONGEST = 1 << 20;

    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    /** @param in read byte by byte, so a buffered one */
    public LineReader(InputStream in) {
        this.in = in;
    }

    /** Whether there is nothing in a line but blanks; a line that was too long has something. */
    public static boolean isBlank(byte[] line) {
        for (byte each : line) {
            if (each != ' ' && each != '\t' && each != '\r') {
                return false;
            }
        }
        return line != TOO_LONG;
    }

    /** The next line without its end, maybe empty; {@link #TOO_LONG} itself for one that is; null after the last. */
    public byte @Nullable [] next() throws IOException {
        line.reset();
        int next = in.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            if (line.size() <= LONGEST) {
                line.write(next);
            }
            next = in.read();
        }
        return line.size() > LONGEST ? TOO_LONG : line.toByteArray();
    }
}
