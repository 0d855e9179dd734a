package dev.counterpoint.command.erasure;

import java.util.ArrayList;
import java.util.List;

/** A ledger within one process. */
public final class InMemoryErasureLedger implements ErasureLedger {
    private final List<ErasureNote> notes = new ArrayList<>();
    private int given;

    @Override
    public synchronized void note(ErasureNote note) {
        notes.add(note);
    }

    @Override
    public synchronized List<ErasureNote> newNotes() {
        List<ErasureNote> fresh = List.copyOf(notes.subList(given, notes.size()));
        given = notes.size();
        return fresh;
    }

    @Override
    public synchronized boolean isBehind() {
        return given < notes.size();
    }
}
