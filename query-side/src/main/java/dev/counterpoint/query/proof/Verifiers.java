package dev.counterpoint.query.proof;

import dev.counterpoint.domain.eventlog.StoredStreams;
import dev.counterpoint.query.archive.VerifyingArchives;
import dev.counterpoint.query.decision.DecisionGroups;
import org.jspecify.annotations.Nullable;

/**
 * What verifies each kind of thing that is stored.
 *
 * @param all every stream
 * @param groups every decision
 * @param checkpoints null where none are made
 * @param archives null where none are kept
 */
public record Verifiers(
        StoredStreams all,
        VerifyingStreams streams,
        DecisionGroups groups,
        VerifyingDecisions decisions,
        @Nullable VerifyingCheckpoints checkpoints,
        @Nullable VerifyingArchives archives) {}
