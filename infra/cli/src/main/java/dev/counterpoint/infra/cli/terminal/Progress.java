package dev.counterpoint.infra.cli.terminal;

/** How far a task has come, shown while it runs. Closing it says that the task is over. */
public interface Progress extends AutoCloseable {

    /** @param done of the total, so far; never less than before */
    void reached(long done);

    @Override
    void close();
}
