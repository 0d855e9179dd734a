package dev.counterpoint.query.decision.web;

import dev.counterpoint.domain.decision.DecisionId;
import dev.counterpoint.domain.decision.DecisionRecord;
import dev.counterpoint.domain.listener.ListenerId;
import dev.counterpoint.domain.listener.Pseudonyms;
import dev.counterpoint.domain.time.Micros;
import dev.counterpoint.query.decision.LogMark;
import dev.counterpoint.query.decision.LogPosition;
import dev.counterpoint.query.decision.LoggedDecision;
import dev.counterpoint.query.decision.PastDecisions;
import dev.counterpoint.query.history.ListenerHistory;
import dev.counterpoint.query.web.Cursors;
import dev.counterpoint.query.web.PageOfList;
import dev.counterpoint.query.web.PathNames;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The records of decisions. */
@RestController
@Tag(name = "Decisions")
@RolesAllowed("auditor")
public class DecisionsController {
    private final PastDecisions decisions;
    private final ListenerHistory history;
    private final Pseudonyms pseudonyms;

    public DecisionsController(PastDecisions decisions, ListenerHistory history, Pseudonyms pseudonyms) {
        this.decisions = decisions;
        this.history = history;
        this.pseudonyms = pseudonyms;
    }

    @GetMapping(path = "/v1/decisions/{decisionId}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The whole record of a decision, and what the listener then did")
    DecisionAnswer decision(@PathVariable String decisionId) {
        LoggedDecision logged = decisions.find(idOf(decisionId));
        DecisionRecord decision = decisions.recordOf(logged);
        return DecisionAnswer.of(
                logged,
                decision,
                history.listenerOf(logged.stream()),
                history.creditedTo(
                        logged.id(), logged.stream(), decision.versions().profileSequence()));
    }

    @PostMapping(path = "/v1/decisions/{decisionId}/reproduction", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Rebuild the features from history, and decide again")
    ReproductionAnswer reproduction(@PathVariable String decisionId) {
        return ReproductionAnswer.of(decisions.reproduce(idOf(decisionId)));
    }

    @GetMapping(path = "/v1/listeners/{listenerId}/decisions", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The decisions that were made for a listener, newest first")
    PageOfList<DecisionSummary> ofListener(
            @PathVariable String listenerId,
            @Parameter(description = "how many at most") @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @Parameter(description = "the nextCursor of the part before") @RequestParam(required = false) @Nullable
                    String cursor) {
        ListenerId listener = PathNames.parse("a listener id", listenerId, ListenerId::new);
        List<LoggedDecision> found =
                decisions.newestOf(pseudonyms.of(listener), cursor == null ? null : markOf(cursor), limit);
        return new PageOfList<>(
                found.stream()
                        .map(logged -> DecisionSummary.of(logged, decisions.recordOf(logged)))
                        .toList(),
                found.size() < limit ? null : cursorOf(found.get(found.size() - 1)));
    }

    private static DecisionId idOf(String decisionId) {
        return PathNames.parse("a decision id", decisionId, DecisionId::new);
    }

    private static String cursorOf(LoggedDecision last) {
        LogPosition position = last.position();
        return Cursors.of(Micros.of(last.servedAt()), position.epoch(), position.group(), position.slot());
    }

    private static LogMark markOf(String cursor) {
        long[] numbers = Cursors.parse(cursor, 4);
        if (numbers[1] < 0 || numbers[2] < 0 || numbers[3] < 0 || numbers[3] > Integer.MAX_VALUE) {
            throw Cursors.refused();
        }
        return new LogMark(Micros.toInstant(numbers[0]), new LogPosition(numbers[1], numbers[2], (int) numbers[3]));
    }
}
