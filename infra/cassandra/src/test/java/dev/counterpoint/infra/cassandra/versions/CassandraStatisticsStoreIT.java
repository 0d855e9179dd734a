package dev.counterpoint.infra.cassandra.versions;

import dev.counterpoint.contracts.version.StatisticsStoreContract;
import dev.counterpoint.infra.cassandra.Keyspaces;
import dev.counterpoint.query.statistics.StatisticsStore;

class CassandraStatisticsStoreIT extends StatisticsStoreContract {

    @Override
    protected StatisticsStore openEmpty() {
        Keyspaces.shared().execute("TRUNCATE statistics_versions");
        return openAgain();
    }

    @Override
    protected StatisticsStore openAgain() {
        return new CassandraStatisticsStore(Keyspaces.shared());
    }
}
