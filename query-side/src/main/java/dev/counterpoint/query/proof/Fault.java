package dev.counterpoint.query.proof;

/**
 * Something that is not as it was written.
 *
 * @param chain a stream, the decisions of a process ({@code decisions-7}) or its checkpoints ({@code checkpoints-…})
 * @param position the sequence, group or number at which it shows first
 * @param slot of a decision in its group; else 0
 * @param what is wrong, in words for an auditor
 */
public record Fault(String chain, long position, int slot, String what) {
    Fault(String chain, long position, String what) {
        this(chain, position, 0, what);
    }
}
