package dev.counterpoint.query.load;

/**
 * A request was not begun, since too many are under way; it has left no trace. Transient. Without a stack trace: it is thrown most often
 * when there is least time.
 */
public final class OverloadedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OverloadedException() {
        super("too many requests are under way", null, false, false);
    }
}
