package dev.counterpoint.infra.server.wiring;

import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.listener.Tier;
import dev.counterpoint.infra.cassandra.publication.IntentPublication;
import dev.counterpoint.infra.cassandra.publication.PublicationFigures;
import dev.counterpoint.infra.kafka.consumption.KafkaEventFeed;
import dev.counterpoint.query.catalog.CatalogVersions;
import dev.counterpoint.query.home.Decisions;
import dev.counterpoint.query.home.ExplorationSpent;
import dev.counterpoint.query.home.SourcesInTime;
import dev.counterpoint.query.load.ConcurrencyLimit;
import dev.counterpoint.query.profile.Parking;
import dev.counterpoint.query.profile.ProjectingProfiles;
import dev.counterpoint.query.profile.ProjectionFigures;
import dev.counterpoint.query.statistics.StatisticsVersions;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The figures that parts keep of themselves, as meters. */
@Configuration(proxyBeanMethods = false)
class PlatformMeters {

    @Bean
    MeterBinder publicationMeters(IntentPublication publication) {
        return registry -> {
            gauge(
                    registry,
                    "publication.outstanding",
                    publication,
                    each -> each.figures().outstanding());
            gauge(
                    registry,
                    "publication.dead.writers",
                    publication,
                    each -> each.figures().deadWriters());
            publicationCounter(registry, publication, "republished", PublicationFigures::republished);
            publicationCounter(registry, publication, "unreadable", PublicationFigures::unreadable);
        };
    }

    @Bean
    MeterBinder versionMeters(CatalogVersions catalogs, StatisticsVersions statistics) {
        return registry -> {
            gauge(registry, "catalog.epoch", catalogs, each -> each.current().number());
            gauge(
                    registry,
                    "statistics.version",
                    statistics,
                    each -> each.current().version());
        };
    }

    /** Of processes that serve pages. */
    @Configuration(proxyBeanMethods = false)
    static class Pages {
        @Bean
        MeterBinder pageMeters(ConcurrencyLimit pagesInProgress) {
            return registry -> {
                gauge(registry, "pages.in.progress", pagesInProgress, ConcurrencyLimit::running);
                counter(registry, "pages.shed", pagesInProgress, ConcurrencyLimit::refused);
            };
        }

        @Bean
        MeterBinder sourceMeters(SourcesInTime sources) {
            return registry -> SourceKind.ofShelves()
                    .forEach(kind -> FunctionCounter.builder(
                                    "counterpoint.sources.missed", sources, each -> each.missed(kind))
                            .tag("source", kind.written())
                            .register(registry));
        }

        @Bean
        MeterBinder explorationMeters(Decisions decisions) {
            return registry -> {
                for (Tier tier : Tier.values()) {
                    exploration(registry, "slots", tier, decisions, spent -> spent.slots(tier));
                    exploration(registry, "explored", tier, decisions, spent -> spent.explored(tier));
                }
            };
        }

        private static void exploration(
                MeterRegistry registry,
                String what,
                Tier tier,
                Decisions decisions,
                ToDoubleFunction<ExplorationSpent> value) {
            FunctionCounter.builder(
                            "counterpoint.exploration." + what, decisions, each -> value.applyAsDouble(each.spent()))
                    .tag("tier", tier.written())
                    .register(registry);
        }
    }

    /** Of processes that project. */
    @Configuration(proxyBeanMethods = false)
    static class Projections {
        @Bean
        MeterBinder projectionMeters(
                ProjectingProfiles profiles, Parking parking, @Qualifier("projections") KafkaEventFeed feed) {
            return registry -> {
                gauge(registry, "projection.parked", parking, Parking::size);
                gauge(registry, "projection.lag", feed, KafkaEventFeed::lag);
                counter(registry, "projection.unreadable", feed, KafkaEventFeed::unreadable);
                projectionCounter(registry, profiles, "applied", ProjectionFigures::applied);
                projectionCounter(registry, profiles, "dropped", ProjectionFigures::dropped);
                projectionCounter(registry, profiles, "gaps", ProjectionFigures::gaps);
            };
        }
    }

    private static void publicationCounter(
            MeterRegistry registry,
            IntentPublication publication,
            String name,
            ToDoubleFunction<PublicationFigures> figure) {
        counter(registry, "publication." + name, publication, each -> figure.applyAsDouble(each.figures()));
    }

    private static void projectionCounter(
            MeterRegistry registry,
            ProjectingProfiles profiles,
            String name,
            ToDoubleFunction<ProjectionFigures> figure) {
        counter(registry, "projection." + name, profiles, each -> figure.applyAsDouble(each.figures()));
    }

    private static <T> void gauge(MeterRegistry registry, String name, T of, ToDoubleFunction<T> value) {
        Gauge.builder("counterpoint." + name, of, value).strongReference(true).register(registry);
    }

    private static <T> void counter(MeterRegistry registry, String name, T of, ToDoubleFunction<T> value) {
        FunctionCounter.builder("counterpoint." + name, of, value).register(registry);
    }
}
