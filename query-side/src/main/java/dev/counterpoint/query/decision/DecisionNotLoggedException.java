package dev.counterpoint.query.decision;

/** A decision could not be made durable in time: its page must not be served. Asking again makes a new one. */
public final class DecisionNotLoggedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DecisionNotLoggedException() {
        super("the decision could not be written in time");
    }
}
