package dev.counterpoint.query.web;

import dev.counterpoint.query.decision.LoggedDecision;
import java.util.HexFormat;

/** What a client may keep of a page, to have it proved later. */
public final class Receipts {
    private static final String PREFIX = "sha256:";

    private Receipts() {}

    /** The link that the decision is in the chain of its log. */
    public static String of(LoggedDecision logged) {
        return PREFIX + HexFormat.of().formatHex(logged.hash());
    }
}
