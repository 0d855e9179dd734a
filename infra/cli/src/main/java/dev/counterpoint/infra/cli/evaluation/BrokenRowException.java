package dev.counterpoint.infra.cli.evaluation;

/** A row is not what it should be. The message is a clause that says what it has and what is allowed. */
final class BrokenRowException extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenRowException(String message) {
        super(message);
    }
}
