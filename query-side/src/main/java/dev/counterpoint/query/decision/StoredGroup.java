package dev.counterpoint.query.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group as it lies in the log, void or not, for whoever hashes it again. The arrays are not copied, so never change them.
 *
 * @param previousHash what it is chained to; null where no decision of it was ever written
 * @param voidHash its link in the chain if it was given up; else null
 * @param entries in the order of their slots
 */
public record StoredGroup(byte @Nullable [] previousHash, byte @Nullable [] voidHash, List<LoggedDecision> entries) {}
