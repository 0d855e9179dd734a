package dev.counterpoint.query.web;

import dev.counterpoint.domain.refusal.Refusal.Reason;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import java.time.Instant;

/** Moments that clients name in queries. */
public final class Moments {
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Moments() {}

    /** @throws RequestRefusedException if RFC 3339 cannot write the moment: it has years 0 to 9999 */
    public static Instant require(String parameter, Instant at) {
        if (at.isBefore(FIRST) || at.isAfter(LAST)) {
            throw RequestRefusedException.of(
                    Reason.MALFORMED, "the parameter " + parameter + " must be of the years 0000 to 9999, not " + at);
        }
        return at;
    }
}
