package dev.counterpoint.command.web;

import dev.counterpoint.domain.event.RecordedEvent;
import java.util.Objects;
import org.slf4j.MDC;

/** The correlation id of the present request, which the server's filter puts into the logging context. */
public final class Correlation {
    private static final String NONE = "none";

    private Correlation() {}

    public static String id() {
        return Objects.requireNonNullElse(MDC.get(RecordedEvent.CORRELATION_ID), NONE);
    }
}
