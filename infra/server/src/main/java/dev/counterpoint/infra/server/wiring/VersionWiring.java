package dev.counterpoint.infra.server.wiring;

import dev.counterpoint.domain.event.EventHistory;
import dev.counterpoint.domain.feature.HomeFeatures;
import dev.counterpoint.domain.model.FollowedRegistry;
import dev.counterpoint.domain.model.ModelArtifacts;
import dev.counterpoint.domain.model.Scorers;
import dev.counterpoint.infra.cassandra.CassandraStores;
import dev.counterpoint.infra.models.FittedModels;
import dev.counterpoint.query.catalog.CatalogEpochs;
import dev.counterpoint.query.catalog.FollowedCatalog;
import dev.counterpoint.query.embedding.KeptEmbeddings;
import dev.counterpoint.query.statistics.FollowedStatistics;
import dev.counterpoint.query.statistics.StatisticsStore;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** The catalogue and the statistics as this process holds them: in every role, since interactions take their facts from here. */
@Configuration(proxyBeanMethods = false)
class VersionWiring {
    private static final Duration FOLLOW_CATALOG = Duration.ofMillis(250);
    private static final Duration FOLLOW_STATISTICS = Duration.ofSeconds(1);

    /** What goes on beside the calls. A run that fails is logged, and the next one comes in its time. */
    @Bean
    ThreadPoolTaskScheduler backgroundWork() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(4);
        scheduler.setDaemon(true);
        scheduler.setThreadNamePrefix("background-");
        return scheduler;
    }

    @Bean
    CatalogEpochs catalogEpochs(CassandraStores stores) {
        return stores.catalogEpochs();
    }

    @Bean
    StatisticsStore statisticsStore(CassandraStores stores) {
        return stores.statistics();
    }

    @Bean
    FollowedRegistry followedRegistry(EventHistory history) {
        return new FollowedRegistry(history);
    }

    @Bean
    ModelArtifacts modelArtifacts(CassandraStores stores) {
        return stores.modelArtifacts();
    }

    @Bean
    KeptEmbeddings keptEmbeddings(ModelArtifacts artifacts) {
        return new KeptEmbeddings(artifacts);
    }

    /** Loads TensorFlow or XGBoost when the first model is, not before. */
    @Bean
    Scorers scorers() {
        return new FittedModels(HomeFeatures.all());
    }

    /** Is at the newest epoch before anything is answered. */
    @Bean
    FollowedCatalog followedCatalog(CatalogEpochs epochs, EventHistory history, TaskScheduler backgroundWork) {
        FollowedCatalog catalog = new FollowedCatalog(epochs, history);
        catalog.follow();
        backgroundWork.scheduleWithFixedDelay(catalog::follow, FOLLOW_CATALOG);
        return catalog;
    }

    /** Is at the newest version before anything is answered. */
    @Bean
    FollowedStatistics followedStatistics(StatisticsStore store, TaskScheduler backgroundWork) {
        FollowedStatistics statistics = new FollowedStatistics(store);
        statistics.follow();
        backgroundWork.scheduleWithFixedDelay(statistics::follow, FOLLOW_STATISTICS);
        return statistics;
    }
}
