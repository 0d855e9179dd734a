package dev.counterpoint.infra.server.wiring;

import dev.counterpoint.domain.decision.DecisionContents;
import dev.counterpoint.domain.decision.DecisionIds;
import dev.counterpoint.domain.encryption.ContentProtection;
import dev.counterpoint.domain.encryption.EventContents;
import dev.counterpoint.domain.event.EventCodec;
import dev.counterpoint.domain.event.EventConsumer;
import dev.counterpoint.domain.event.EventHistory;
import dev.counterpoint.domain.event.SkippedEvents;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.lease.Leases;
import dev.counterpoint.domain.model.FollowedRegistry;
import dev.counterpoint.domain.model.ModelArtifacts;
import dev.counterpoint.domain.model.Scorers;
import dev.counterpoint.domain.proof.MovedHeads;
import dev.counterpoint.domain.time.PlatformClock;
import dev.counterpoint.infra.cassandra.CassandraStores;
import dev.counterpoint.infra.kafka.consumption.KafkaEventFeed;
import dev.counterpoint.infra.kafka.consumption.KafkaEventOffsets;
import dev.counterpoint.infra.kafka.publication.Topics;
import dev.counterpoint.infra.neighbours.GraphIndexes;
import dev.counterpoint.infra.neighbours.GraphSettings;
import dev.counterpoint.infra.server.backend.Backends;
import dev.counterpoint.infra.server.settings.CounterpointSettings;
import dev.counterpoint.query.catalog.CardVersions;
import dev.counterpoint.query.catalog.CatalogEpochs;
import dev.counterpoint.query.catalog.CatalogVersions;
import dev.counterpoint.query.catalog.CuttingEpochs;
import dev.counterpoint.query.catalog.ProjectingCards;
import dev.counterpoint.query.decision.DecisionGroups;
import dev.counterpoint.query.decision.DecisionLog;
import dev.counterpoint.query.decision.PastDecisions;
import dev.counterpoint.query.embedding.EmbeddingVersions;
import dev.counterpoint.query.embedding.FollowedEmbeddings;
import dev.counterpoint.query.embedding.KeptEmbeddings;
import dev.counterpoint.query.model.LearnedModels;
import dev.counterpoint.query.model.Models;
import dev.counterpoint.query.profile.CurrentProfiles;
import dev.counterpoint.query.profile.Parking;
import dev.counterpoint.query.profile.PastProfiles;
import dev.counterpoint.query.profile.Profiles;
import dev.counterpoint.query.profile.ProjectingProfiles;
import dev.counterpoint.query.statistics.CountingStatistics;
import dev.counterpoint.query.statistics.StatisticsStore;
import dev.counterpoint.query.statistics.StatisticsVersions;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** The query side over the stores: what keeps it fresh, and what it answers with. */
@Configuration(proxyBeanMethods = false)
class QueryWiring {
    private static final String PROJECTIONS = "counterpoint-projections";
    private static final String CATALOG = "counterpoint-catalog";
    private static final Duration PROFILES_REST = Duration.ofMillis(200);
    private static final Duration CATALOG_REST = Duration.ofMillis(100);
    private static final Duration FOLLOW_MODELS = Duration.ofMillis(500);
    private static final Duration FOLLOW_PARKED = Duration.ofSeconds(2);
    private static final Duration CUT_EPOCHS = Duration.ofMillis(400);
    private static final Duration LOOK_FOR_UNSEEN = Duration.ofSeconds(10);
    /** Of the heap, for profiles of some tens of kilobytes each: those who were here last. */
    private static final long PROFILES_SHOWN = Runtime.getRuntime().maxMemory() / 8;
    /** And those who act. */
    private static final long PROFILES_PROJECTED = Runtime.getRuntime().maxMemory() / 32;

    @Bean
    CuttingEpochs cuttingEpochs(
            CatalogEpochs epochs,
            EventHistory history,
            Leases leases,
            PlatformClock clock,
            ProcessName process,
            TaskScheduler backgroundWork) {
        CuttingEpochs cutting = new CuttingEpochs(epochs, history, leases, clock, process.value());
        backgroundWork.scheduleWithFixedDelay(cutting::cut, CUT_EPOCHS);
        backgroundWork.scheduleWithFixedDelay(cutting::lookAtTheStore, LOOK_FOR_UNSEEN);
        return cutting;
    }

    @Bean
    CountingStatistics countingStatistics(
            StatisticsStore store,
            Backends backends,
            EventContents contents,
            Leases leases,
            PlatformClock clock,
            ProcessName process,
            CounterpointSettings settings,
            TaskScheduler backgroundWork) {
        KafkaEventOffsets log = new KafkaEventOffsets(backends.kafka(), Topics.EVENTS, contents);
        CountingStatistics counting = new CountingStatistics(store, log, leases, clock, process.value());
        backgroundWork.scheduleWithFixedDelay(
                counting::count, settings.statistics().interval());
        return counting;
    }

    @Bean
    Profiles profiles(CassandraStores stores, ContentProtection protection) {
        return stores.profiles(protection);
    }

    @Bean
    CardVersions cardVersions(CassandraStores stores, EventCodec codec) {
        return stores.cardVersions(codec);
    }

    @Bean
    Parking parking(
            CassandraStores stores,
            EventHistory history,
            SkippedEvents skipped,
            PlatformClock clock,
            TaskScheduler backgroundWork) {
        Parking parking = new Parking(stores.parkedListeners(), history, skipped, clock);
        parking.follow();
        backgroundWork.scheduleWithFixedDelay(parking::follow, FOLLOW_PARKED);
        return parking;
    }

    @Bean
    ProjectingProfiles projectingProfiles(Profiles profiles, EventHistory history, Parking parking) {
        return new ProjectingProfiles(profiles, history, parking, PROFILES_PROJECTED);
    }

    /** Pages fold what is not projected yet, so profiles may wait for each other's company. */
    @Bean
    KafkaEventFeed projections(Backends backends, EventContents contents, ProjectingProfiles profiles) {
        return new KafkaEventFeed(
                backends.kafka(), Topics.EVENTS, PROJECTIONS, contents, StreamId::isListener, PROFILES_REST, profiles);
    }

    /** On a feed of its own, so that neither the catalogue nor profiles wait for the other. */
    @Bean
    KafkaEventFeed catalogProjection(
            Backends backends, EventContents contents, CardVersions cards, CuttingEpochs cutting) {
        ProjectingCards projecting = new ProjectingCards(cards);
        EventConsumer projections = batch -> {
            batch.events().forEach(event -> cutting.saw(event.stream(), event.sequence()));
            projecting.accept(batch);
        };
        return new KafkaEventFeed(
                backends.kafka(),
                Topics.EVENTS,
                CATALOG,
                contents,
                stream -> !stream.isListener(),
                CATALOG_REST,
                projections);
    }

    @Bean
    CurrentProfiles currentProfiles(
            Profiles profiles, EventHistory history, @Qualifier("headReaders") ExecutorService headReaders) {
        return new CurrentProfiles(profiles, history, PROFILES_SHOWN, headReaders);
    }

    /** As many as there are readers of profiles, since each of those may wait for one. */
    @Bean(destroyMethod = "shutdownNow")
    ExecutorService headReaders() {
        return Threads.daemons("head-reader-", Threads.READERS);
    }

    @Bean
    PastProfiles pastProfiles(EventHistory history) {
        return new PastProfiles(history);
    }

    @Bean
    HeldInMemory profilesInMemory(CurrentProfiles current, PastProfiles past, ProjectingProfiles projecting) {
        return new HeldInMemory(stream -> {
            current.forget(stream);
            past.forget(stream);
            projecting.forget(stream);
        });
    }

    /** The baseline serves until a model is loaded, so that a start does not wait for libraries. */
    @Bean
    LearnedModels models(
            FollowedRegistry registry, ModelArtifacts artifacts, Scorers scorers, TaskScheduler backgroundWork) {
        LearnedModels models = new LearnedModels(registry, artifacts, scorers);
        backgroundWork.scheduleWithFixedDelay(models::follow, FOLLOW_MODELS);
        return models;
    }

    /** Neighbours of a million cards take minutes to be made ready, so they have a thread of their own, and half of the processors. */
    @Bean
    ThreadPoolTaskScheduler embeddingWork() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(1);
        scheduler.setDaemon(true);
        scheduler.setThreadNamePrefix("embeddings-");
        return scheduler;
    }

    /** Pages are made without vectors until they are loaded, so that a start does not wait for them. */
    @Bean
    EmbeddingVersions embeddings(FollowedRegistry registry, KeptEmbeddings kept, TaskScheduler embeddingWork) {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        FollowedEmbeddings embeddings =
                new FollowedEmbeddings(registry, kept, new GraphIndexes(GraphSettings.STANDARD, threads));
        embeddingWork.scheduleWithFixedDelay(embeddings::follow, FOLLOW_MODELS);
        return embeddings;
    }

    @Bean
    DecisionGroups decisionGroups(CassandraStores stores, CounterpointSettings settings) {
        return stores.decisionGroups(settings.decisions().retention());
    }

    @Bean
    DecisionLog decisionLog(
            DecisionGroups groups,
            DecisionIds ids,
            MovedHeads moved,
            VouchingForHeads vouching,
            CounterpointSettings settings) {
        return new DecisionLog(groups, ids, settings.home().logPatience(), written -> moved.moved(written.head()));
    }

    @Bean
    PastDecisions pastDecisions(
            DecisionGroups groups,
            DecisionContents contents,
            DecisionIds ids,
            PastProfiles profiles,
            CatalogVersions catalogs,
            StatisticsVersions statistics,
            EmbeddingVersions embeddings,
            Models models,
            PlatformClock clock,
            CounterpointSettings settings) {
        return new PastDecisions(
                groups,
                contents,
                ids,
                profiles,
                catalogs,
                statistics,
                embeddings,
                models,
                clock,
                settings.decisions().retention());
    }
}
