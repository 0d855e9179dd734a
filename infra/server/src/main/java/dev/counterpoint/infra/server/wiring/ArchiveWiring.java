package dev.counterpoint.infra.server.wiring;

import dev.counterpoint.domain.eventlog.StoredStreams;
import dev.counterpoint.domain.time.PlatformClock;
import dev.counterpoint.infra.archive.ArchiveFolder;
import dev.counterpoint.infra.cassandra.CassandraStores;
import dev.counterpoint.infra.server.data.DataFolder;
import dev.counterpoint.infra.server.settings.CounterpointSettings;
import dev.counterpoint.query.archive.Archives;
import dev.counterpoint.query.archive.Archivings;
import dev.counterpoint.query.archive.NewestArchive;
import java.util.concurrent.ExecutorService;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What writes archives when an operator asks for one, and what reads them. */
@Configuration(proxyBeanMethods = false)
class ArchiveWiring {

    @Bean
    Archives archives(DataFolder data, CounterpointSettings settings) {
        return new ArchiveFolder(settings.archive().folder(data.path()));
    }

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService archiveWork() {
        return OneThread.named("archive");
    }

    @Bean
    Archivings archivings(
            Archives archives,
            CassandraStores stores,
            PlatformClock clock,
            @Qualifier("archiveWork") ExecutorService work) {
        return new Archivings(archives, stores.storedStreams(), stores.eventLog(), clock, work);
    }

    @Bean
    ReplayedStreams replayedStreams(Archives archives, CassandraStores stores, CounterpointSettings settings) {
        StoredStreams stored = stores.storedStreams();
        return new ReplayedStreams(
                settings.archive().replay() ? new NewestArchive(archives, stored, stores.eventLog()) : stored);
    }

    /** What a replay walks through. */
    record ReplayedStreams(StoredStreams streams) {}
}
