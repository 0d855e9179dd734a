package dev.counterpoint.infra.server.problem;

import dev.counterpoint.command.stream.StreamContendedException;
import dev.counterpoint.domain.refusal.StoreUnavailableException;
import dev.counterpoint.query.decision.DecisionNotLoggedException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Faults that pass by themselves, with nothing recorded: a stream that others hold, a decision that could not be logged, a store that does
 * not answer. The stores' own exceptions are known by their packages, since their classes are the adapters' business.
 */
final class PassingFaults {
    private static final List<String> STORES = List.of("com.datastax.oss.driver.", "org.apache.kafka.");

    private PassingFaults() {}

    static boolean isOne(Throwable thrown) {
        return Stream.iterate(thrown, each -> each != null, Throwable::getCause).anyMatch(PassingFaults::passes);
    }

    private static boolean passes(Throwable cause) {
        return cause instanceof StreamContendedException
                || cause instanceof DecisionNotLoggedException
                || cause instanceof StoreUnavailableException
                || STORES.stream().anyMatch(cause.getClass().getName()::startsWith);
    }
}
