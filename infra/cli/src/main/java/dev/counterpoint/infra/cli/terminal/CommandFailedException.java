package dev.counterpoint.infra.cli.terminal;

/** A command cannot do what it was asked to. The message is one sentence or two for the person who asked. */
public final class CommandFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Exit exit;

    public CommandFailedException(Exit exit, String message) {
        super(message);
        this.exit = exit;
    }

    public Exit exit() {
        return exit;
    }
}
