package dev.counterpoint.infra.server.problem;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name by which a call and all that it causes are found again. */
public final class CorrelationIds {
    /** The header that carries it, both ways. */
    public static final String HEADER = "X-Correlation-Id";

    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._~:/+=-]{1,128}");

    private CorrelationIds() {}

    /** The caller's, or a new one: what is not sane is replaced, since it would end up in logs and headers. */
    public static String of(@Nullable String given) {
        return given != null && SANE.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }
}
