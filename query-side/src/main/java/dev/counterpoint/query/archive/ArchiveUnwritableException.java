package dev.counterpoint.query.archive;

/** The folder for archives cannot be written to. */
public final class ArchiveUnwritableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ArchiveUnwritableException(String place, Throwable cause) {
        super("no archive can be written to " + place, cause);
    }
}
