package dev.counterpoint.query.decision;

import dev.counterpoint.domain.eventlog.Sha256;
import dev.counterpoint.domain.proof.ChainHead;
import java.util.List;

/**
 * Decisions that were committed together, in the order of their chain.
 *
 * @param previousHash 32 bytes, the hash that the first entry is chained to
 * @param entries at least one, by slot
 */
public record DecisionGroup(long epoch, long group, byte[] previousHash, List<LoggedDecision> entries) {
    public DecisionGroup {
        entries = List.copyOf(entries);
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("a group has at least one decision");
        }
    }

    /** Where the chain stands with it. */
    public ChainHead head() {
        LoggedDecision last = entries.get(entries.size() - 1);
        return new ChainHead(
                ChainHead.ofDecisions(epoch), group, last.position().slot(), new Sha256(last.hash()));
    }
}
