package dev.counterpoint.query.proof.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.counterpoint.domain.eventlog.Sha256;
import dev.counterpoint.domain.proof.Checkpoint;
import dev.counterpoint.query.proof.Covering;
import dev.counterpoint.query.proof.Fault;
import dev.counterpoint.query.proof.VerificationReport;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What proofs look like. */
final class ProofForms {
    private ProofForms() {}

    /**
     * The checkpoint that vouches for a chain.
     *
     * @param head the leaf: where the checkpoint saw the chain, and the hash that was there
     * @param leafIndex of the leaf among the {@code leaves} of the tree
     * @param path SHA-256 hashes that lead from the leaf to the root, the lowest first (RFC 6962, section 2.1.1)
     * @param previous hash of the writer's checkpoint before
     * @param signature Ed25519 (RFC 8032) over the canonical bytes of the checkpoint, in base64
     */
    record CheckpointForm(
            String writer,
            long number,
            Instant madeAt,
            HeadForm head,
            int leafIndex,
            int leaves,
            List<String> path,
            String root,
            String previous,
            String signature) {

        static CheckpointForm of(Covering covering) {
            Checkpoint checkpoint = covering.checkpoint().checkpoint();
            return new CheckpointForm(
                    checkpoint.writer(),
                    checkpoint.number(),
                    checkpoint.at(),
                    new HeadForm(
                            covering.sighting().head().position(),
                            covering.sighting().head().slot(),
                            covering.sighting().head().link().toString()),
                    covering.sighting().index(),
                    checkpoint.heads(),
                    covering.path().stream().map(Sha256::toString).toList(),
                    checkpoint.root().toString(),
                    checkpoint.previous().toString(),
                    Base64.getEncoder().encodeToString(covering.checkpoint().signature()));
        }
    }

    /** Where a chain stood. */
    record HeadForm(long position, int slot, String hash) {}

    /** Something that is not as it was written. */
    record FaultForm(String chain, long position, int slot, String detail) {
        static FaultForm of(Fault fault) {
            return new FaultForm(fault.chain(), fault.position(), fault.slot(), fault.what());
        }

        static List<FaultForm> allOf(List<Fault> faults) {
            return faults.stream().map(FaultForm::of).toList();
        }
    }

    /**
     * The proof of a decision.
     *
     * @param receipt as its page carried it
     * @param verified whether no fault was found
     * @param chain the process that decided
     * @param decisionsHashed from the checkpoint before to the one that covers it
     * @param checkpoint absent where none has covered it yet
     * @param faults the first broken link first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DecisionProofAnswer(
            String decisionId,
            String receipt,
            boolean verified,
            String chain,
            long group,
            int slot,
            long decisionsHashed,
            @Nullable CheckpointForm checkpoint,
            List<FaultForm> faults) {}

    /**
     * The proof of a listener's stream.
     *
     * @param chain the pseudonym of the listener
     * @param status {@code verified}, {@code broken}, or {@code erased}: only the head is left, and it is verified
     * @param sequence of the last event
     * @param checkpoint absent where none has covered the stream yet
     * @param faults the first broken link first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ListenerProofAnswer(
            String listenerId,
            String chain,
            String status,
            long sequence,
            String head,
            long eventsHashed,
            @Nullable CheckpointForm checkpoint,
            List<FaultForm> faults) {}

    /**
     * How a verification of everything stands.
     *
     * @param state {@code running}, {@code verified}, {@code broken} or {@code failed}
     * @param checkpointsKept false: this platform makes none, so a tail that was cut off does not show
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VerificationAnswer(
            String verificationId,
            String state,
            int percent,
            Instant startedAt,
            @Nullable Instant endedAt,
            boolean checkpointsKept,
            long streams,
            long erasedStreams,
            long events,
            long decisions,
            long checkpoints,
            long archives,
            List<FaultForm> faults,
            @Nullable String detail) {

        static VerificationAnswer of(VerificationReport report) {
            return new VerificationAnswer(
                    report.id(),
                    stateOf(report),
                    report.percent(),
                    report.startedAt(),
                    report.endedAt(),
                    report.checkpointsAreKept(),
                    report.streams(),
                    report.erasedStreams(),
                    report.events(),
                    report.decisions(),
                    report.checkpoints(),
                    report.archives(),
                    FaultForm.allOf(report.faults()),
                    report.failure());
        }

        private static String stateOf(VerificationReport report) {
            if (report.failure() != null) {
                return "failed";
            }
            if (report.endedAt() == null) {
                return "running";
            }
            return report.faults().isEmpty() ? "verified" : "broken";
        }
    }
}
