package dev.counterpoint.infra.cassandra.erasures;

import dev.counterpoint.command.erasure.Erasures;
import dev.counterpoint.contracts.erasure.ErasuresContract;
import dev.counterpoint.infra.cassandra.Keyspaces;

class CassandraErasuresIT extends ErasuresContract {

    @Override
    protected Erasures erasures() {
        return new CassandraErasures(Keyspaces.shared());
    }
}
