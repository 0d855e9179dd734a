package dev.counterpoint.command.erasure;

import java.util.List;

/**
 * Who was erased, kept for ever and apart from the stores that are backed up: what it has is applied again when an old backup comes back. It holds
 * pseudonyms only. Thread-safe.
 */
public interface ErasureLedger {

    /**
     * Returns when the note is durable. Noting a stream again changes nothing.
     *
     * @throws dev.counterpoint.domain.refusal.StoreUnavailableException if that cannot be said
     */
    void note(ErasureNote note);

    /** The notes that this process has not been given yet, from the very first one on; some may come again. */
    List<ErasureNote> newNotes();

    /** Whether there are notes that this process has not been given. */
    boolean isBehind();
}
