package dev.counterpoint.infra.server.wiring;

import dev.counterpoint.domain.eventlog.EventPublisher;
import dev.counterpoint.domain.lease.Leases;
import dev.counterpoint.domain.time.PlatformClock;
import dev.counterpoint.infra.cassandra.CassandraStores;
import dev.counterpoint.infra.server.settings.CounterpointSettings;
import dev.counterpoint.query.profile.Parking;
import dev.counterpoint.query.profile.Profiles;
import dev.counterpoint.query.profile.ProjectingProfiles;
import dev.counterpoint.query.profile.Reconciled;
import dev.counterpoint.query.profile.Reconciliations;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;

/** What compares profiles with the store, now and then and when the fold has changed. */
@Configuration(proxyBeanMethods = false)
class ReconciliationWiring {
    /** A start has more urgent things to do. */
    private static final Duration AFTER_THE_START = Duration.ofSeconds(30);

    private static final Duration LOOK_WHETHER_DUE = Duration.ofMinutes(1);

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService reconciliationWork() {
        return OneThread.named("reconciliation");
    }

    @Bean
    Reconciliations reconciliations(
            CassandraStores stores,
            Profiles profiles,
            ProjectingProfiles projecting,
            Parking parking,
            EventPublisher publisher,
            Leases leases,
            PlatformClock clock,
            ProcessName process,
            CounterpointSettings settings,
            TaskScheduler backgroundWork,
            @Qualifier("reconciliationWork") ExecutorService work) {
        Reconciliations reconciliations = new Reconciliations(
                new Reconciled(stores.storedStreams(), profiles, projecting, parking, stores.eventLog(), publisher),
                leases,
                clock,
                process.value(),
                settings.reconciliation().interval(),
                work);
        backgroundWork.scheduleWithFixedDelay(
                reconciliations::startIfDue, Instant.now().plus(AFTER_THE_START), LOOK_WHETHER_DUE);
        return reconciliations;
    }

    @Bean
    MeterBinder reconciliationMeters(Reconciliations reconciliations) {
        return registry -> FunctionCounter.builder(
                        "counterpoint.reconciliation.repaired", reconciliations, Reconciliations::repaired)
                .register(registry);
    }
}
