package dev.counterpoint.infra.server.start;

import dev.counterpoint.infra.embedded.EmbeddedServerException;
import dev.counterpoint.infra.server.StartRefusedException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Says in one sentence on the standard error stream why the server does not start, where the cause is not a fault of ours; what is left
 * over goes to Spring Boot's own reporters and the log.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class StartFailures implements SpringBootExceptionReporter {
    private final PrintStream words;

    StartFailures() {
        this(System.err);
    }

    StartFailures(PrintStream words) {
        this.words = words;
    }

    @Override
    public boolean reportException(Throwable failure) {
        Optional<String> sentence = sentenceOf(failure);
        sentence.ifPresent(words::println);
        return sentence.isPresent();
    }

    /** The first of the causes that says something to an operator, outermost first. */
    static Optional<String> sentenceOf(Throwable failure) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .map(StartFailures::ownSentenceOf)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> ownSentenceOf(Throwable cause) {
        if (cause instanceof StartRefusedException || cause instanceof EmbeddedServerException) {
            return Optional.ofNullable(cause.getMessage());
        }
        if (cause instanceof PortInUseException inUse) {
            return Optional.of(ListenAddress.inUse(inUse.getPort()));
        }
        if (cause instanceof UnboundConfigurationPropertiesException unknown) {
            return Optional.of("There is no such configuration key: "
                    + unknown.getUnboundProperties().stream()
                            .map(property -> property.getName().toString())
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        if (cause instanceof BindException unfit) {
            return Optional.of(sentenceOf(unfit));
        }
        return cause instanceof IOException failed ? sentenceOf(failed) : Optional.empty();
    }

    private static String sentenceOf(BindException unfit) {
        if (unfit.getCause() instanceof BindException inner) {
            return sentenceOf(inner);
        }
        Optional<String> unknown = sentenceOfUnknown(unfit.getCause());
        if (unknown.isPresent()) {
            return unknown.get();
        }
        if (unfit.getProperty() != null) {
            return "The configuration key " + unfit.getName() + " cannot be \""
                    + unfit.getProperty().getValue() + "\".";
        }
        return "The configuration does not fit: " + innermost(unfit).getMessage() + ".";
    }

    private static Optional<String> sentenceOfUnknown(@Nullable Throwable cause) {
        return cause instanceof UnboundConfigurationPropertiesException ? ownSentenceOf(cause) : Optional.empty();
    }

    private static Optional<String> sentenceOf(IOException failed) {
        String message = String.valueOf(failed.getMessage());
        if (message.contains("No space left on device")) {
            return Optional.of("There is no space left on the disk: " + message + ".");
        }
        return failed instanceof AccessDeniedException denied
                ? Optional.of("The file " + denied.getFile() + " cannot be used: permission denied.")
                : Optional.empty();
    }

    private static Throwable innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
