package dev.counterpoint.contracts.axon;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Leaves out the cases of Axon's suites that read all streams of a store in one order. The platform has none by design, in memory as little as
 * in Cassandra: such an order would be a place that every append meets, and nothing reads it; consumers follow the published events, which
 * are in order within each stream.
 */
public final class NeedsGlobalOrder implements ExecutionCondition {
    private static final Map<String, String> REASONS = new HashMap<>();

    static {
        leaveOut(
                "makes a tracking token, a position in one order of all streams, which this store does not have by design",
                "createHeadToken",
                "createTailToken",
                "createTokenAt",
                "createTokenAtExactTime",
                "createTokenAtTimeAfterLastEvent",
                "createTokenAtTimeBeforeFirstEvent",
                "createTokenWithUnorderedEvents");
        leaveOut(
                "reads all streams in one order, which this store does not have by design",
                "appendAndReadNonDomainEvent",
                "loadLargeAmountFromOpenStream",
                "loadPartialStreamOfTrackedEvents",
                "loadTrackedEvents",
                "storeAndLoadApplicationEvent");
        leaveOut(
                "opens a tracking stream over all streams, in an order which this store does not have by design",
                "consumerStopsTailingWhenItFallsBehindTheCache",
                "customThreadFactoryIsUsed",
                "eventIsFetchedFromCacheWhenFetchedASecondTime",
                "eventPublishedAfterOpeningStreamIsPassedToReaderImmediately",
                "eventStreamKeepsReturningEventsIfEventConsumptionOptimizationIsSwitchedOff",
                "existingEventIsPassedToReader",
                "openStreamReadsEventsFromAnEventProducedByVerifyThreadFactoryOperation",
                "periodicPollingWhenEventStorageIsUpdatedIndependently",
                "readingCanBeContinuedUsingLastToken",
                "readingIsBlockedWhenEndOfStreamIsReached",
                "readingIsBlockedWhenStoreIsEmpty",
                "streamEventsShouldNotReturnDuplicateTokens",
                "tailingConsumptionThreadIsNeverCreatedIfEventConsumptionOptimizationIsSwitchedOff");
    }

    private static void leaveOut(String reason, String... cases) {
        for (String name : cases) {
            REASONS.put(name, reason);
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return context.getTestMethod()
                .map(method -> REASONS.get(method.getName()))
                .map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled("stays within one stream"));
    }
}
