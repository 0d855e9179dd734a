package dev.counterpoint.infra.server.health;

import dev.counterpoint.infra.cassandra.CassandraStores;
import dev.counterpoint.infra.kafka.cluster.KafkaCluster;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The stores' part in readiness. They are looked up when they are asked for, so that nothing waits for them here. */
@Configuration(proxyBeanMethods = false)
public class HealthConfiguration {

    @Bean
    HealthIndicator cassandraHealthIndicator(ObjectProvider<CassandraStores> stores) {
        return new StoreHealth("version", () -> stores.getObject().version());
    }

    @Bean
    HealthIndicator kafkaHealthIndicator(ObjectProvider<KafkaCluster> cluster) {
        return new StoreHealth("nodes", () -> cluster.getObject().nodes());
    }
}
