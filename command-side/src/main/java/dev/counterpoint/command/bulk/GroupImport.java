package dev.counterpoint.command.bulk;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Takes a group of lines on. */
public interface GroupImport<T> {

    /**
     * Starts recording some lines, and says in the tally what becomes of each.
     *
     * @param lines in ascending order, after those of all groups before, which have come to their end
     * @return completes when nothing more will happen with these lines
     */
    CompletableFuture<Void> start(List<Numbered<T>> lines, Tally tally, String correlationId);
}
