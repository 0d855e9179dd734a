package dev.counterpoint.contracts.profile;

import dev.counterpoint.query.profile.InMemoryParkedListeners;
import dev.counterpoint.query.profile.ParkedListeners;

class InMemoryParkedListenersTest extends ParkedListenersContract {
    private final ParkedListeners listeners = new InMemoryParkedListeners();

    @Override
    protected ParkedListeners listeners() {
        return listeners;
    }
}
