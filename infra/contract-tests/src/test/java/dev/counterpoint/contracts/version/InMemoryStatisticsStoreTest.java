package dev.counterpoint.contracts.version;

import dev.counterpoint.query.statistics.InMemoryStatisticsStore;
import dev.counterpoint.query.statistics.StatisticsStore;

class InMemoryStatisticsStoreTest extends StatisticsStoreContract {
    private StatisticsStore opened = new InMemoryStatisticsStore();

    @Override
    protected StatisticsStore openEmpty() {
        opened = new InMemoryStatisticsStore();
        return opened;
    }

    @Override
    protected StatisticsStore openAgain() {
        return opened;
    }
}
