package dev.counterpoint.infra.server.store;

import com.datastax.oss.driver.api.core.config.DriverExecutionProfile;
import com.datastax.oss.driver.api.core.context.DriverContext;
import com.datastax.oss.driver.api.core.metadata.Node;
import com.datastax.oss.driver.api.core.session.Request;
import com.datastax.oss.driver.api.core.tracker.RequestTracker;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what the sessions of this process send, every page of a query on its own. The driver makes one for each session. */
public final class CountedQueries implements RequestTracker {
    private static final AtomicLong COUNT = new AtomicLong();

    /** Called by the driver. */
    public CountedQueries(DriverContext context) {}

    static long count() {
        return COUNT.get();
    }

    @Override
    public void onSuccess(
            Request request, long latencyNanos, DriverExecutionProfile profile, Node node, String requestPrefix) {
        COUNT.incrementAndGet();
    }

    @Override
    public void close() {}
}
