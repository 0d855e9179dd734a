package dev.counterpoint.infra.server.wiring;

import dev.counterpoint.domain.decision.DecisionContents;
import dev.counterpoint.domain.decision.DecisionIds;
import dev.counterpoint.domain.encryption.ContentKeys;
import dev.counterpoint.domain.encryption.ContentProtection;
import dev.counterpoint.domain.encryption.EventContents;
import dev.counterpoint.domain.encryption.KeyWrapping;
import dev.counterpoint.domain.encryption.MasterKeys;
import dev.counterpoint.domain.encryption.UnreadableContentException;
import dev.counterpoint.domain.event.EventCodec;
import dev.counterpoint.domain.event.EventHistory;
import dev.counterpoint.domain.event.SkippedEvents;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.EventPublisher;
import dev.counterpoint.domain.lease.Leases;
import dev.counterpoint.infra.cassandra.CassandraStores;
import dev.counterpoint.infra.kafka.cluster.KafkaCluster;
import dev.counterpoint.infra.kafka.codec.JsonEventCodec;
import dev.counterpoint.infra.kafka.publication.KafkaEventPublisher;
import dev.counterpoint.infra.kafka.publication.Topics;
import dev.counterpoint.infra.server.StartRefusedException;
import dev.counterpoint.infra.server.backend.Backends;
import dev.counterpoint.infra.server.data.DataFolder;
import dev.counterpoint.infra.server.data.MasterKeystore;
import dev.counterpoint.infra.server.settings.CounterpointSettings;
import dev.counterpoint.infra.server.settings.EncryptionOptions;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The stores and the topic, as the ports that the sides know. */
@Configuration(proxyBeanMethods = false)
class StoreWiring {
    /** No listener is called so. */
    private static final StreamId KEY_CHECK = new StreamId("master-key-check");

    @Bean
    EventCodec eventCodec() {
        return JsonEventCodec.ofAllEvents();
    }

    @Bean
    CassandraStores cassandraStores(Backends backends) {
        return backends.stores();
    }

    @Bean
    Leases leases(CassandraStores stores) {
        return stores.leases();
    }

    /** Of all processes that share keys; ids that others made are not read. */
    @Bean
    DecisionIds decisionIds(DataFolder data) {
        return new DecisionIds(data.keys().of("decisions"));
    }

    @Bean
    ProcessName processName() {
        return ProcessName.random();
    }

    @Bean
    KeyWrapping keyWrapping(DataFolder data, CounterpointSettings settings) {
        EncryptionOptions options = settings.encryption();
        String wrapping = options.masterKey();
        return options.keystoreFile()
                .map(file -> MasterKeystore.open(file, options.password(), wrapping))
                .orElseGet(() ->
                        new MasterKeys(wrapping, Map.of(wrapping, data.keys().of("master"))));
    }

    @Bean
    ContentKeys contentKeys(CassandraStores stores, KeyWrapping wrapping) {
        ContentKeys keys = stores.contentKeys(wrapping);
        requireTheirMasterKey(keys);
        return keys;
    }

    /** Another master key than the one that wrapped what is there must not get as far as to serve. */
    private static void requireTheirMasterKey(ContentKeys keys) {
        try {
            keys.toWrite(KEY_CHECK);
        } catch (UnreadableContentException another) {
            throw new StartRefusedException(
                    "The master key is not the one that the keys of listeners are wrapped with: bring that one back.",
                    another);
        }
    }

    @Bean
    SkippedEvents skippedEvents() {
        return new SkippedEvents();
    }

    @Bean
    ContentProtection contentProtection(ContentKeys keys) {
        return new ContentProtection(keys);
    }

    @Bean
    EventContents eventContents(EventCodec codec, ContentProtection protection, SkippedEvents skipped) {
        return new EventContents(codec, protection, skipped);
    }

    @Bean
    DecisionContents decisionContents(ContentProtection protection) {
        return new DecisionContents(protection);
    }

    @Bean
    EventHistory eventHistory(CassandraStores stores, EventContents contents) {
        return stores.history(contents);
    }

    @Bean
    EventPublisher eventPublisher(Backends backends) {
        return new KafkaEventPublisher(backends.kafka(), Topics.EVENTS);
    }

    @Bean
    KafkaCluster kafkaCluster(Backends backends) {
        return new KafkaCluster(backends.kafka());
    }
}
