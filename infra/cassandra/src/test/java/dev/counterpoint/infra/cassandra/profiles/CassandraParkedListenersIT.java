package dev.counterpoint.infra.cassandra.profiles;

import dev.counterpoint.contracts.profile.ParkedListenersContract;
import dev.counterpoint.infra.cassandra.Keyspaces;
import dev.counterpoint.query.profile.ParkedListeners;

class CassandraParkedListenersIT extends ParkedListenersContract {

    @Override
    protected ParkedListeners listeners() {
        return new CassandraParkedListeners(Keyspaces.shared());
    }
}
