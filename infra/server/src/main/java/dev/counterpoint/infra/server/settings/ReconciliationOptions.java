package dev.counterpoint.infra.server.settings;

import java.time.Duration;

/**
 * How profiles are compared with the store.
 *
 * @param interval between two times, over all processes
 */
public record ReconciliationOptions(Duration interval) {
    public ReconciliationOptions {
        interval = Required.positive("counterpoint.reconciliation.interval", interval);
    }
}
