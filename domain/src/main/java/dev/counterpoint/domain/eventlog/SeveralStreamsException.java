package dev.counterpoint.domain.eventlog;

/** The events of one append belong to more than one stream. */
public final class SeveralStreamsException extends AppendRefusedException {
    private static final long serialVersionUID = 1L;

    public SeveralStreamsException(String first, String second) {
        super("one append goes to one stream, not to " + first + " and " + second);
    }
}
