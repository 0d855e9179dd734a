package dev.counterpoint.query.proof.web;

import dev.counterpoint.domain.decision.DecisionId;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.listener.ListenerId;
import dev.counterpoint.domain.listener.Pseudonyms;
import dev.counterpoint.domain.proof.ChainHead;
import dev.counterpoint.domain.proof.Checkpoints;
import dev.counterpoint.domain.proof.Checkpoints.Sighting;
import dev.counterpoint.domain.refusal.Refusal.Reason;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import dev.counterpoint.query.decision.LogPosition;
import dev.counterpoint.query.decision.LoggedDecision;
import dev.counterpoint.query.decision.PastDecisions;
import dev.counterpoint.query.proof.Covering;
import dev.counterpoint.query.proof.DecisionProof;
import dev.counterpoint.query.proof.StreamProof;
import dev.counterpoint.query.proof.VerificationReport;
import dev.counterpoint.query.proof.Verifications;
import dev.counterpoint.query.proof.VerifyingDecisions;
import dev.counterpoint.query.proof.VerifyingStreams;
import dev.counterpoint.query.proof.web.ProofForms.CheckpointForm;
import dev.counterpoint.query.proof.web.ProofForms.DecisionProofAnswer;
import dev.counterpoint.query.proof.web.ProofForms.FaultForm;
import dev.counterpoint.query.proof.web.ProofForms.ListenerProofAnswer;
import dev.counterpoint.query.proof.web.ProofForms.VerificationAnswer;
import dev.counterpoint.query.web.PathNames;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Proofs that what is stored is what was written. */
@RestController
@Tag(name = "Proofs")
@RolesAllowed("auditor")
public class ProofsController {
    private final VerifyingStreams streams;
    private final VerifyingDecisions decisions;
    private final PastDecisions records;
    private final Checkpoints checkpoints;
    private final Verifications verifications;
    private final Pseudonyms pseudonyms;

    public ProofsController(
            VerifyingStreams streams,
            VerifyingDecisions decisions,
            PastDecisions records,
            Checkpoints checkpoints,
            Verifications verifications,
            Pseudonyms pseudonyms) {
        this.streams = streams;
        this.decisions = decisions;
        this.records = records;
        this.checkpoints = checkpoints;
        this.verifications = verifications;
        this.pseudonyms = pseudonyms;
    }

    @GetMapping(path = "/v1/decisions/{decisionId}/proof", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Hash the decisions around this one again, up to the signed checkpoint that covers it",
            description =
                    "Also for a decision whose listener was erased: hashes are over what is stored, readable or not.")
    DecisionProofAnswer decision(@PathVariable String decisionId) {
        LoggedDecision logged = records.locate(PathNames.parse("a decision id", decisionId, DecisionId::new));
        LogPosition position = logged.position();
        DecisionProof proof = decisions.verify(position);
        return new DecisionProofAnswer(
                decisionId,
                logged.receipt(),
                proof.faults().isEmpty(),
                ChainHead.ofDecisions(position.epoch()),
                position.group(),
                position.slot(),
                proof.decisions(),
                covering(proof.coveredBy()),
                FaultForm.allOf(proof.faults()));
    }

    @GetMapping(path = "/v1/listeners/{listenerId}/proof", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Hash the stream of a listener again, and compare with the signed checkpoints that saw it")
    ListenerProofAnswer listener(@PathVariable String listenerId) {
        StreamId stream = pseudonyms.of(PathNames.parse("a listener id", listenerId, ListenerId::new));
        StreamProof proof = streams.verify(stream);
        if (proof.head().sequence() < 0 && proof.faults().isEmpty()) {
            throw RequestRefusedException.of(
                    Reason.NO_SUCH_LISTENER, "nothing was ever recorded of listener " + listenerId);
        }
        String status = proof.erased() ? "erased" : "verified";
        return new ListenerProofAnswer(
                listenerId,
                stream.value(),
                proof.faults().isEmpty() ? status : "broken",
                proof.head().sequence(),
                proof.head().link().toString(),
                proof.events(),
                covering(proof.newest()),
                FaultForm.allOf(proof.faults()));
    }

    @PostMapping(path = "/v1/verifications", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Verify everything that is stored, or join the verification that runs",
            responses =
                    @ApiResponse(
                            responseCode = "202",
                            description = "it runs; the report follows",
                            useReturnTypeSchema = true))
    ResponseEntity<VerificationAnswer> start() {
        VerificationReport report = verifications.start();
        return ResponseEntity.accepted()
                .location(URI.create("/v1/verifications/" + report.id()))
                .body(VerificationAnswer.of(report));
    }

    @GetMapping(path = "/v1/verifications/{verificationId}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "How a verification stands; known to the process that works on it")
    VerificationAnswer verification(@PathVariable String verificationId) {
        return verifications
                .find(verificationId)
                .map(VerificationAnswer::of)
                .orElseThrow(() -> RequestRefusedException.of(
                        Reason.NO_SUCH_VERIFICATION, "this process knows of no such verification"));
    }

    private @Nullable CheckpointForm covering(@Nullable Sighting sighting) {
        return sighting == null
                ? null
                : Covering.of(sighting, checkpoints).map(CheckpointForm::of).orElse(null);
    }
}
