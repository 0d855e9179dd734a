package dev.counterpoint.contracts.version;

import dev.counterpoint.query.catalog.CardVersions;
import dev.counterpoint.query.catalog.InMemoryCardVersions;

class InMemoryCardVersionsTest extends CardVersionsContract {

    @Override
    protected CardVersions versions() {
        return new InMemoryCardVersions();
    }
}
