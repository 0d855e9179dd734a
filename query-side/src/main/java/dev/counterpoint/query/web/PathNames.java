package dev.counterpoint.query.web;

import dev.counterpoint.domain.identity.Identifiers;
import dev.counterpoint.domain.refusal.Refusal.Reason;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import java.util.function.Function;

/** Identifiers that clients write into paths and queries. */
public final class PathNames {
    private static final int SHOWN = 80;

    private PathNames() {}

    /** @throws RequestRefusedException if the name has not the shape of an identifier */
    public static <T> T parse(String what, String name, Function<String, T> identifier) {
        if (!Identifiers.isValid(name)) {
            throw RequestRefusedException.of(
                    Reason.MALFORMED,
                    what + " is 1 to 128 characters of A-Z a-z 0-9 . _ ~ -, not \"" + shortened(name) + "\"");
        }
        return identifier.apply(name);
    }

    private static String shortened(String name) {
        return name.length() <= SHOWN ? name : name.substring(0, SHOWN) + "…";
    }
}
