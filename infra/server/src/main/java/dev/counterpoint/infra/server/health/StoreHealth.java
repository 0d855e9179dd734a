package dev.counterpoint.infra.server.health;

import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Asks a store something small: it is up if it answers. Why it does not is for the log, not for callers. */
final class StoreHealth implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(StoreHealth.class);

    private final String question;
    private final Supplier<?> store;

    StoreHealth(String question, Supplier<?> store) {
        this.question = question;
        this.store = store;
    }

    @Override
    public Health health() {
        try {
            return Health.up().withDetail(question, store.get()).build();
        } catch (RuntimeException away) {
            LOG.warn("store does not answer asked={}", question, away);
            return Health.down().build();
        }
    }
}
