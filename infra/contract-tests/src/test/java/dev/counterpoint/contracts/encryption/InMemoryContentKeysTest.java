package dev.counterpoint.contracts.encryption;

import dev.counterpoint.domain.encryption.ContentKeys;
import dev.counterpoint.domain.encryption.InMemoryContentKeys;

class InMemoryContentKeysTest extends ContentKeysContract {
    private final ContentKeys keys = new InMemoryContentKeys();

    @Override
    protected ContentKeys keys() {
        return keys;
    }

    @Override
    protected ContentKeys keysOfAnotherProcess() {
        return keys;
    }
}
