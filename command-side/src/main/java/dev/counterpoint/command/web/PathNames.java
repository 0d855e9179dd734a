package dev.counterpoint.command.web;

import dev.counterpoint.domain.identity.Identifiers;
import dev.counterpoint.domain.refusal.Refusal.Reason;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import java.util.function.Function;

/** Names in the paths of requests. */
public final class PathNames {
    private PathNames() {}

    /** @throws RequestRefusedException if the name has not the shape of an identifier */
    public static <T> T parse(String what, String name, Function<String, T> identifier) {
        if (!Identifiers.isValid(name)) {
            throw RequestRefusedException.of(
                    Reason.MALFORMED, what + " " + Words.IDENTIFIER + ", not " + Faults.quoted(name));
        }
        return identifier.apply(name);
    }
}
