package dev.counterpoint.infra.server.wiring;

import dev.counterpoint.domain.decision.DecisionContents;
import dev.counterpoint.domain.home.source.Sources;
import dev.counterpoint.domain.time.PlatformClock;
import dev.counterpoint.infra.server.settings.CounterpointSettings;
import dev.counterpoint.query.catalog.CatalogVersions;
import dev.counterpoint.query.decision.DecisionGroups;
import dev.counterpoint.query.decision.DecisionLog;
import dev.counterpoint.query.embedding.EmbeddingVersions;
import dev.counterpoint.query.home.Circumstances;
import dev.counterpoint.query.home.Composition;
import dev.counterpoint.query.home.Decisions;
import dev.counterpoint.query.home.DurableAnswers;
import dev.counterpoint.query.home.HomePages;
import dev.counterpoint.query.home.ListenersNow;
import dev.counterpoint.query.home.Rankings;
import dev.counterpoint.query.home.Seeds;
import dev.counterpoint.query.home.SourcesInTime;
import dev.counterpoint.query.home.Treatments;
import dev.counterpoint.query.load.ConcurrencyLimit;
import dev.counterpoint.query.model.Models;
import dev.counterpoint.query.profile.CurrentProfiles;
import dev.counterpoint.query.statistics.StatisticsVersions;
import java.security.SecureRandom;
import java.util.concurrent.ExecutorService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What home pages and rankings are decided with. */
@Configuration(proxyBeanMethods = false)
class HomeWiring {
    private static final int SOURCE_RUNNERS_A_PROCESSOR = 4;

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService profileReaders() {
        return Threads.daemons("profile-reader-", Threads.READERS);
    }

    /** From the operating system's chance, so that no client can guess how its page will fall. */
    @Bean
    Seeds seeds() {
        return new SecureRandom()::nextLong;
    }

    @Bean
    ConcurrencyLimit pagesInProgress(CounterpointSettings settings) {
        return new ConcurrencyLimit(
                settings.home().concurrentPagesOn(Runtime.getRuntime().availableProcessors()),
                settings.home().pagePatience());
    }

    /** More than the processors: a source may wait. */
    @Bean(destroyMethod = "shutdownNow")
    ExecutorService sourceRunners() {
        return Threads.daemons(
                "source-", SOURCE_RUNNERS_A_PROCESSOR * Runtime.getRuntime().availableProcessors());
    }

    @Bean
    Circumstances circumstances(
            CurrentProfiles profiles,
            @Qualifier("profileReaders") ExecutorService profileReaders,
            CatalogVersions catalogs,
            StatisticsVersions statistics,
            EmbeddingVersions embeddings,
            Models models,
            PlatformClock clock,
            CounterpointSettings settings) {
        return new Circumstances(
                new ListenersNow(profiles, profileReaders, settings.home().profilePatience()),
                catalogs,
                statistics,
                embeddings,
                new Treatments(
                        models, settings.home().policies(), settings.home().arms()),
                clock);
    }

    @Bean
    Decisions decisions(Seeds seeds, PlatformClock clock, ObjectProvider<BuildProperties> build) {
        String code =
                build.stream().map(BuildProperties::getVersion).findFirst().orElse("not built by Maven");
        return new Decisions(seeds, clock, code);
    }

    @Bean
    DurableAnswers durableAnswers(
            DecisionLog log,
            DecisionGroups groups,
            DecisionContents contents,
            ConcurrencyLimit pagesInProgress,
            CounterpointSettings settings) {
        return new DurableAnswers(
                log, groups, contents, pagesInProgress, settings.home().logPatience());
    }

    @Bean
    SourcesInTime sourcesInTime(
            @Qualifier("sourceRunners") ExecutorService sourceRunners, CounterpointSettings settings) {
        return new SourcesInTime(new Sources(), sourceRunners, settings.home().sourcePatience());
    }

    @Bean
    HomePages homePages(
            Circumstances circumstances,
            SourcesInTime sources,
            Decisions decisions,
            DurableAnswers answers,
            CounterpointSettings settings) {
        Composition composition =
                new Composition(settings.home().calibration(), settings.home().rest());
        return new HomePages(circumstances, sources, composition, decisions, answers);
    }

    @Bean
    Rankings rankings(Circumstances circumstances, Decisions decisions, DurableAnswers answers) {
        return new Rankings(circumstances, decisions, answers);
    }
}
