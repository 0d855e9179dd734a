package dev.counterpoint.infra.server.wiring;

import dev.counterpoint.command.CommandMemory;
import dev.counterpoint.command.CommandSide;
import dev.counterpoint.command.catalog.CatalogAndTail;
import dev.counterpoint.command.catalog.KnownCards;
import dev.counterpoint.command.catalog.Publishing;
import dev.counterpoint.command.eventstore.EventLogStorageEngine;
import dev.counterpoint.command.listener.Listening;
import dev.counterpoint.command.listener.ServedPages;
import dev.counterpoint.domain.decision.DecisionContents;
import dev.counterpoint.domain.decision.DecisionIds;
import dev.counterpoint.domain.encryption.ContentProtection;
import dev.counterpoint.domain.event.EventCodec;
import dev.counterpoint.domain.event.EventHistory;
import dev.counterpoint.domain.event.SkippedEvents;
import dev.counterpoint.domain.eventlog.EventPublisher;
import dev.counterpoint.domain.listener.Pseudonyms;
import dev.counterpoint.domain.proof.MovedHeads;
import dev.counterpoint.domain.proof.VouchedEventLog;
import dev.counterpoint.domain.time.PlatformClock;
import dev.counterpoint.infra.cassandra.CassandraStores;
import dev.counterpoint.infra.cassandra.decisions.LoggedPages;
import dev.counterpoint.infra.cassandra.publication.IntentPublication;
import dev.counterpoint.infra.server.data.DataFolder;
import dev.counterpoint.infra.server.settings.CounterpointSettings;
import dev.counterpoint.query.catalog.CatalogVersions;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The command side over the stores. Commands are handled in every role. */
@Configuration(proxyBeanMethods = false)
class CommandWiring {

    /** Closed before the stores and the publisher, which it sends with until then. */
    @Bean
    IntentPublication publication(CassandraStores stores, EventPublisher publisher) {
        return stores.publication(publisher);
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            CassandraStores stores,
            EventCodec codec,
            ContentProtection protection,
            SkippedEvents skipped,
            MovedHeads moved,
            VouchingForHeads vouching,
            IntentPublication publication) {
        return EventLogStorageEngine.builder()
                .log(new VouchedEventLog(stores.eventLog(), moved))
                .snapshots(stores.snapshots())
                .codec(codec)
                .protection(protection)
                .skipped(skipped)
                .snapshotSerializer(CommandSide.snapshotSerializer())
                .publication(publication)
                .build();
    }

    @Bean
    CommandSide commandSide(EventStorageEngine engine, PlatformClock clock) {
        return new CommandSide(
                engine, clock, CommandMemory.within(Runtime.getRuntime().maxMemory()));
    }

    @Bean
    Pseudonyms pseudonyms(DataFolder data) {
        return new Pseudonyms(data.keys().of("platform"));
    }

    @Bean
    KnownCards knownCards(CatalogVersions catalogs, EventHistory history) {
        return new CatalogAndTail(catalogs::current, history);
    }

    @Bean
    LoggedPages servedPages(
            CassandraStores stores,
            DecisionContents contents,
            DecisionIds ids,
            CounterpointSettings settings,
            PlatformClock clock) {
        return stores.servedPages(contents, ids, settings.decisions().retention(), clock);
    }

    @Bean
    HeldInMemory servedPagesInMemory(LoggedPages pages) {
        return new HeldInMemory(pages::forget);
    }

    @Bean
    HeldInMemory listenersInMemory(CommandSide commands) {
        return new HeldInMemory(commands::forget);
    }

    @Bean
    Publishing publishing(CommandSide commands, KnownCards cards) {
        return new Publishing(commands.commands(), cards);
    }

    @Bean
    Listening listening(CommandSide commands, Pseudonyms pseudonyms, KnownCards cards, ServedPages pages) {
        return new Listening(commands.commands(), pseudonyms, cards, pages);
    }
}
