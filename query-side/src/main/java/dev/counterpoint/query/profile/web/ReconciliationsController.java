package dev.counterpoint.query.profile.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.counterpoint.domain.refusal.Refusal.Reason;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import dev.counterpoint.query.profile.ReconciliationReport;
import dev.counterpoint.query.profile.Reconciliations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Comparing profiles with the store. */
@RestController
@Tag(name = "System")
@RolesAllowed("operator")
public class ReconciliationsController {
    private final Reconciliations reconciliations;

    public ReconciliationsController(Reconciliations reconciliations) {
        this.reconciliations = reconciliations;
    }

    /**
     * How a reconciliation stands.
     *
     * @param state {@code running}, {@code finished} or {@code failed}
     * @param listeners whose profiles were looked at
     * @param rebuilt profiles that were not there in the present fold version
     * @param repaired profiles that lagged behind events which were published again
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReconciliationAnswer(
            String reconciliationId,
            String state,
            int percent,
            Instant startedAt,
            @Nullable Instant endedAt,
            long listeners,
            long rebuilt,
            long repaired,
            @Nullable String detail) {

        static ReconciliationAnswer of(ReconciliationReport report) {
            return new ReconciliationAnswer(
                    report.id(),
                    stateOf(report),
                    report.percent(),
                    report.startedAt(),
                    report.endedAt(),
                    report.listeners(),
                    report.rebuilt(),
                    report.repaired(),
                    report.failure());
        }

        private static String stateOf(ReconciliationReport report) {
            if (report.failure() != null) {
                return "failed";
            }
            return report.endedAt() == null ? "running" : "finished";
        }
    }

    @PostMapping(path = "/v1/reconciliations", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Compare every profile with its stream and repair what lags behind, or join the one that runs",
            responses =
                    @ApiResponse(
                            responseCode = "202",
                            description = "it runs; the report follows",
                            useReturnTypeSchema = true))
    ResponseEntity<ReconciliationAnswer> start() {
        ReconciliationReport report = reconciliations.start();
        return ResponseEntity.accepted()
                .location(URI.create("/v1/reconciliations/" + report.id()))
                .body(ReconciliationAnswer.of(report));
    }

    @GetMapping(path = "/v1/reconciliations/{reconciliationId}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "How a reconciliation stands; known to the process that works on it")
    ReconciliationAnswer reconciliation(@PathVariable String reconciliationId) {
        return reconciliations
                .find(reconciliationId)
                .map(ReconciliationAnswer::of)
                .orElseThrow(() -> RequestRefusedException.of(
                        Reason.NO_SUCH_RECONCILIATION, "this process knows of no such reconciliation"));
    }
}
