package dev.counterpoint.contracts.version;

import dev.counterpoint.query.catalog.CatalogEpochs;
import dev.counterpoint.query.catalog.InMemoryCatalogEpochs;

class InMemoryCatalogEpochsTest extends CatalogEpochsContract {
    private CatalogEpochs opened = new InMemoryCatalogEpochs();

    @Override
    protected CatalogEpochs openEmpty() {
        opened = new InMemoryCatalogEpochs();
        return opened;
    }

    @Override
    protected CatalogEpochs openAgain() {
        return opened;
    }
}
