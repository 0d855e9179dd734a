package dev.counterpoint.query.decision;

import dev.counterpoint.domain.decision.DecisionContents.Stored;
import dev.counterpoint.domain.decision.DecisionId;
import dev.counterpoint.domain.event.StreamId;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A decision that has no place in the log yet.
 *
 * @param request null where the client named none
 * @param encode gives the record as it is stored, once the id is known
 */
public record DecisionDraft(
        StreamId stream, Instant servedAt, @Nullable RequestKey request, Function<DecisionId, Stored> encode) {}
