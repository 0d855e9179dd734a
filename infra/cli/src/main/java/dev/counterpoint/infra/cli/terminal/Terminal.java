package dev.counterpoint.infra.cli.terminal;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Where a command speaks: figures to the standard output, sentences and progress to the standard error. */
public final class Terminal {
    private final PrintStream out;
    private final PrintStream err;
    private final boolean interactive;

    /** @param interactive whether a person looks on, so that a line may be drawn over */
    public Terminal(PrintStream out, PrintStream err, boolean interactive) {
        this.out = out;
        this.err = err;
        this.interactive = interactive;
    }

    /** The terminal of this process; UTF-8, whatever the locale says. */
    public static Terminal ofThisProcess() {
        return new Terminal(
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                Boolean.getBoolean("counterpoint.interactive"));
    }

    /** Prints what was asked for. */
    public void print(String text) {
        out.println(text);
    }

    /** Says what goes on. */
    public void say(String sentence) {
        err.println(sentence);
    }

    /**
     * Shows how far a task has come.
     *
     * @param task a noun, e.g. {@code cards}
     * @param from how much of it was done before
     * @param total how much there is to do, at least 0
     */
    public Progress progress(String task, long from, long total) {
        return interactive
                ? new ProgressBars(err, task, from, total)
                : new ProgressLines(err, System::nanoTime, task, from, total);
    }

    public PrintStream out() {
        return out;
    }

    public PrintStream err() {
        return err;
    }
}
