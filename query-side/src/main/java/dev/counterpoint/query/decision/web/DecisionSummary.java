package dev.counterpoint.query.decision.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.counterpoint.domain.decision.DecisionRecord;
import dev.counterpoint.domain.home.Arm;
import dev.counterpoint.query.decision.LoggedDecision;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision in a list.
 *
 * @param arm absent on pages outside the arms
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DecisionSummary(
        String decisionId,
        Instant servedAt,
        String surface,
        long profileSequence,
        long catalogVersion,
        long statisticsVersion,
        String modelId,
        @Nullable String arm,
        List<String> degraded,
        String receipt) {

    static DecisionSummary of(LoggedDecision logged, DecisionRecord decision) {
        Arm arm = decision.treatment().arm();
        return new DecisionSummary(
                logged.id().value(),
                logged.servedAt(),
                decision.request().surface(),
                decision.versions().profileSequence(),
                decision.versions().catalog(),
                decision.versions().statistics(),
                decision.versions().model(),
                arm == null ? null : arm.written(),
                decision.treatment().degraded(),
                logged.receipt());
    }
}
