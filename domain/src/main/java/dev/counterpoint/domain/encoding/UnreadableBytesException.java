package dev.counterpoint.domain.encoding;

/** Bytes are not what they were taken for: cut short, damaged, or of a version that is not read here. */
public final class UnreadableBytesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableBytesException(String message) {
        super(message);
    }
}
