package dev.counterpoint.infra.server.wiring;

import dev.counterpoint.command.erasure.Erasing;
import dev.counterpoint.command.erasure.ErasureLedger;
import dev.counterpoint.command.erasure.ErasureSettings;
import dev.counterpoint.command.erasure.PersonalStore;
import dev.counterpoint.domain.encryption.ContentKeys;
import dev.counterpoint.domain.encryption.ContentProtection;
import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.domain.lease.Leases;
import dev.counterpoint.domain.listener.Pseudonyms;
import dev.counterpoint.domain.model.FollowedRegistry;
import dev.counterpoint.domain.time.PlatformClock;
import dev.counterpoint.infra.cassandra.CassandraStores;
import dev.counterpoint.infra.kafka.ledger.KafkaErasureLedger;
import dev.counterpoint.infra.kafka.publication.Topics;
import dev.counterpoint.infra.server.backend.Backends;
import dev.counterpoint.infra.server.settings.CounterpointSettings;
import dev.counterpoint.infra.server.settings.CounterpointSettings.ProcessRole;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;

/** Erasing over the stores. Every process hears of erasures; those in the role {@code command} work on them. */
@Configuration(proxyBeanMethods = false)
class ErasureWiring {
    private static final Duration FOLLOW = Duration.ofMillis(500);
    private static final Duration LEASE = Duration.ofSeconds(10);

    @Bean
    KafkaErasureLedger erasureLedger(Backends backends) {
        return new KafkaErasureLedger(backends.kafka(), Topics.ERASURES);
    }

    @Bean
    Erasing erasing(
            Pseudonyms pseudonyms,
            CassandraStores stores,
            ContentKeys keys,
            ContentProtection protection,
            ObjectProvider<HeldInMemory> memory,
            ErasureLedger ledger,
            FollowedRegistry models,
            Leases leases,
            CounterpointSettings settings,
            PlatformClock clock,
            ProcessName process) {
        return new Erasing(
                pseudonyms,
                stores.eventLog(),
                keys,
                storesOf(stores, protection, settings.decisions().retention()),
                stream -> memory.forEach(each -> each.forget().accept(stream)),
                stores.erasures(),
                ledger,
                models,
                leases,
                new ErasureSettings(CassandraStores.KEYS_HELD.multipliedBy(2), LEASE),
                clock,
                System::nanoTime,
                process.value());
    }

    private static List<PersonalStore> storesOf(
            CassandraStores stores, ContentProtection protection, Duration retention) {
        EventLog events = stores.eventLog();
        return List.of(
                new PersonalStore(
                        "events",
                        stream -> events.purge(stream, events.head(stream).sequence())),
                new PersonalStore("snapshots", stores.snapshots()::forget),
                new PersonalStore("profiles", stores.profiles(protection)::forget),
                new PersonalStore("decision-look-ups", stores.decisionGroups(retention)::forget));
    }

    /** What the ledger names is gone before the first call is answered. */
    @Bean
    SmartInitializingSingleton erasures(Erasing erasing, CounterpointSettings settings, TaskScheduler backgroundWork) {
        return () -> {
            erasing.catchUp();
            backgroundWork.scheduleWithFixedDelay(erasing::follow, FOLLOW);
            if (settings.roles().contains(ProcessRole.COMMAND)) {
                erasing.work();
                backgroundWork.scheduleWithFixedDelay(erasing::work, FOLLOW);
            }
        };
    }
}
