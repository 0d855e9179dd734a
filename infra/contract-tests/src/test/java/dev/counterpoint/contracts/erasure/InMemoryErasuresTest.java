package dev.counterpoint.contracts.erasure;

import dev.counterpoint.command.erasure.Erasures;
import dev.counterpoint.command.erasure.InMemoryErasures;

class InMemoryErasuresTest extends ErasuresContract {
    private final Erasures erasures = new InMemoryErasures();

    @Override
    protected Erasures erasures() {
        return erasures;
    }
}
