package dev.counterpoint.domain.profile;

/** An event does not follow the last one folded: there is a gap, or it was folded before. */
public final class OutOfSequenceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long expected;
    private final long actual;

    public OutOfSequenceException(long expected, long actual) {
        super("the next event of this profile has sequence " + expected + ", not " + actual);
        this.expected = expected;
        this.actual = actual;
    }

    /** The sequence that would have followed. */
    public long expected() {
        return expected;
    }

    /** The sequence that came. */
    public long actual() {
        return actual;
    }
}
