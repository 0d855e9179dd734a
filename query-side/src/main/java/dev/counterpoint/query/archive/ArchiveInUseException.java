package dev.counterpoint.query.archive;

/** Another process writes an archive to the same place. Transient. */
public final class ArchiveInUseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ArchiveInUseException(String place) {
        super("another process writes an archive to " + place);
    }
}
