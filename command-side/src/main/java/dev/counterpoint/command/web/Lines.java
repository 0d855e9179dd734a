package dev.counterpoint.command.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream, one at a time. They end with a line feed, or with the stream; a line that is too long is read over, and takes no
 * more memory than the longest that is allowed.
 */
final class Lines {
    static final int LONGEST = 1 << 20;
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int filled;
    private long number;

    Lines(InputStream in) {
        this.in = in;
    }

    /**
     * A line.
     *
     * @param number from 1
     * @param bytes without the line's end; null where the line is longer than 1 MiB
     */
    record Line(long number, byte @Nullable [] bytes) {
        boolean isBlank() {
            if (bytes == null) {
                return false;
            }
            for (byte each : bytes) {
                if (each != ' ' && each != '\t' && each != '\r') {
                    return false;
                }
            }
            return true;
        }
    }

    /** The next line; null after the last. */
    @Nullable
    Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        long length = 0;
        boolean ended = false;
        while (!ended && fill()) {
            int end = position;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            length += end - position;
            if (length <= LONGEST) {
                line.write(buffer, position, end - position);
            }
            ended = end < filled;
            position = ended ? end + 1 : end;
        }
        if (!ended && length == 0) {
            return null;
        }
        number++;
        return new Line(number, length <= LONGEST ? line.toByteArray() : null);
    }

    /** Reads over what is left: a client that is still sending would not see the answer. */
    void skipRest() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }

    private boolean fill() throws IOException {
        if (position == filled) {
            position = 0;
            filled = Math.max(in.read(buffer), 0);
        }
        return filled > 0;
    }
}
