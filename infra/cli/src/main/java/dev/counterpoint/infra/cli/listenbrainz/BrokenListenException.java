package dev.counterpoint.infra.cli.listenbrainz;

/** A line is not a listen. The message is a clause that says why, without the line's own words. */
public final class BrokenListenException extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenListenException(String message) {
        super(message);
    }
}
