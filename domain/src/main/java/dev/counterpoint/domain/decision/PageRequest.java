package dev.counterpoint.domain.decision;

import dev.counterpoint.domain.feature.PageContext;
import dev.counterpoint.domain.home.Grid;
import dev.counterpoint.domain.identity.Identifiers;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client asked for.
 *
 * @param surface the client's word for its screen: an identifier
 * @param utcOffsetMinutes local time minus UTC, -1,080 to 1,080
 * @param requestId an identifier that a retry repeats; null where the client named none
 */
public record PageRequest(
        String surface,
        Grid grid,
        int utcOffsetMinutes,
        @Nullable String requestId) {
    public static final int MAX_OFFSET_MINUTES = 1_080;

    public PageRequest {
        Identifiers.require("a surface", surface);
        if (Math.abs(utcOffsetMinutes) > MAX_OFFSET_MINUTES) {
            throw new IllegalArgumentException("an offset from UTC is -1080 to 1080 minutes, not " + utcOffsetMinutes);
        }
        if (requestId != null) {
            Identifiers.require("a request id", requestId);
        }
    }

    /** What features see of the request. */
    public PageContext contextAt(Instant now) {
        return PageContext.at(surface, now, utcOffsetMinutes);
    }

    public Optional<String> named() {
        return Optional.ofNullable(requestId);
    }
}
