package dev.counterpoint.query.archive;

/** An archive is not what was written. Final: somebody must take it away or have the store read instead. */
public final class UnreadableArchiveException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public UnreadableArchiveException(String id, String file, Throwable cause) {
        super("archive " + id + " cannot be read: " + file + " is missing or damaged", cause);
    }
}
