package dev.counterpoint.query.proof;

import dev.counterpoint.domain.proof.Checkpoints.Sighting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of verifying a decision.
 *
 * @param decisions how many were hashed again, from the checkpoint before to the one that covers it
 * @param coveredBy the first checkpoint that saw the chain at this decision or after it; null if none did yet
 * @param faults none if all is as it was written
 */
public record DecisionProof(long decisions, @Nullable Sighting coveredBy, List<Fault> faults) {}
