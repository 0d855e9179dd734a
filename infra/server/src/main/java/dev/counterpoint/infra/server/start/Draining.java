package dev.counterpoint.infra.server.start;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * Before anything else ends: says that this process is not ready any more, and answers on for a while, so that whoever spreads calls over processes
 * takes this one out before it refuses one.
 */
final class Draining implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Draining.class);

    private final ApplicationContext context;
    private final Duration length;
    private volatile boolean isRunning;

    Draining(ApplicationContext context, Duration length) {
        this.context = context;
        this.length = length;
    }

    @Override
    public void start() {
        isRunning = true;
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public void stop(Runnable done) {
        isRunning = false;
        AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
        if (!length.isZero()) {
            LOG.info("not ready any more, answering for another {} ms", length.toMillis());
        }
        CompletableFuture.delayedExecutor(length.toMillis(), TimeUnit.MILLISECONDS)
                .execute(done);
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    /** The first of all to stop. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
