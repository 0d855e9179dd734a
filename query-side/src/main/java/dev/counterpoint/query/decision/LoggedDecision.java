package dev.counterpoint.query.decision;

import dev.counterpoint.domain.decision.DecisionContents.Stored;
import dev.counterpoint.domain.decision.DecisionId;
import dev.counterpoint.domain.event.StreamId;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A decision as it stands in the log. The arrays are not copied, so never change them.
 *
 * @param stream of the listener that it was made for
 * @param request what names the request, for a retry to find its page; null where the client named none, and where this was read
 * @param record as it is stored
 * @param hash its link of the chain: 32 bytes, over the stored bytes and the hash before
 */
public record LoggedDecision(
        DecisionId id,
        LogPosition position,
        StreamId stream,
        Instant servedAt,
        @Nullable RequestKey request,
        Stored record,
        byte[] hash) {

    /** What a client may keep of the page, to have it proved later: the link that the decision is in the chain of its log. */
    public String receipt() {
        return "sha256:" + HexFormat.of().formatHex(hash);
    }
}
