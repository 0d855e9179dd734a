package dev.counterpoint.query.decision;

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
}
