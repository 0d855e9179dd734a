package dev.counterpoint.infra.cassandra.versions;

import dev.counterpoint.contracts.version.CatalogEpochsContract;
import dev.counterpoint.infra.cassandra.Keyspaces;
import dev.counterpoint.query.catalog.CatalogEpochs;

class CassandraCatalogEpochsIT extends CatalogEpochsContract {

    @Override
    protected CatalogEpochs openEmpty() {
        Keyspaces.shared().execute("TRUNCATE catalog_epochs");
        return openAgain();
    }

    @Override
    protected CatalogEpochs openAgain() {
        return new CassandraCatalogEpochs(Keyspaces.shared());
    }
}
