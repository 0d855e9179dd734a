package dev.counterpoint.infra.server.wiring;

import dev.counterpoint.domain.decision.DecisionIds;
import dev.counterpoint.domain.event.EventCodec;
import dev.counterpoint.domain.event.EventHistory;
import dev.counterpoint.domain.event.EventPublisher;
import dev.counterpoint.domain.lease.Leases;
import dev.counterpoint.infra.cassandra.CassandraStores;
import dev.counterpoint.infra.kafka.cluster.KafkaCluster;
import dev.counterpoint.infra.kafka.codec.JsonEventCodec;
import dev.counterpoint.infra.kafka.publication.KafkaEventPublisher;
import dev.counterpoint.infra.kafka.publication.Topics;
import dev.counterpoint.infra.server.backend.Backends;
import dev.counterpoint.infra.server.data.DataFolder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The stores and the topic, as the ports that the sides know. */
@Configuration(proxyBeanMethods = false)
class StoreWiring {

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
    EventHistory eventHistory(CassandraStores stores, EventCodec codec) {
        return stores.history(codec);
    }

    @Bean
    EventPublisher eventPublisher(Backends backends, EventCodec codec) {
        return new KafkaEventPublisher(backends.kafka(), Topics.EVENTS, codec);
    }

    @Bean
    KafkaCluster kafkaCluster(Backends backends) {
        return new KafkaCluster(backends.kafka());
    }
}
