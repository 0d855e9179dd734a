package dev.counterpoint.infra.cli.listenbrainz;

import dev.counterpoint.infra.cli.files.LineReader;

/** A line as it stands in a file of listens. */
public final class ListenLine {
    private final long number;
    private final byte[] bytes;

    /** @param bytes not copied: the reader makes new ones for each line */
    ListenLine(long number, byte[] bytes) {
        this.number = number;
        this.bytes = bytes;
    }

    /** From 1; in an archive over all its members. */
    public long number() {
        return number;
    }

    /** In bytes. */
    public int length() {
        return bytes.length;
    }

    /** @throws BrokenListenException if the line is not a listen */
    public Listen parse(ListenParser parser) throws BrokenListenException {
        if (bytes == LineReader.TOO_LONG) {
            throw new BrokenListenException("is longer than 1 MiB");
        }
        return parser.parse(bytes);
    }
}
