package dev.counterpoint.infra.server.problem;

import dev.counterpoint.infra.server.problem.Problem.Fault;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Why JSON could not be read, in our words. */
final class JsonFaults {
    private static final String OURS = "dev.counterpoint.";

    private JsonFaults() {}

    static Fault of(JacksonException broken) {
        return new Fault(pointerOf(broken), detailOf(broken));
    }

    private static String detailOf(JacksonException broken) {
        if (broken instanceof UnrecognizedPropertyException unknown) {
            return "the field \"" + unknown.getPropertyName() + "\" is not known";
        }
        if (broken instanceof InvalidFormatException unfit) {
            return "must be " + Expected.of(unfit.getTargetType()) + ", not " + Expected.shown(unfit.getValue());
        }
        Throwable cause = broken.getCause();
        if (broken instanceof ValueInstantiationException && cause != null && isOurs(cause)) {
            return String.valueOf(cause.getMessage());
        }
        if (broken instanceof MismatchedInputException unfit) {
            return "must be " + Expected.of(unfit.getTargetType());
        }
        return notJson(broken);
    }

    private static String notJson(JacksonException broken) {
        String message = broken.getOriginalMessage();
        String what = message != null && message.startsWith("Duplicate") ? "a name stands twice" : "this is not JSON";
        TokenStreamLocation where = broken.getLocation();
        return where == null || where.getLineNr() < 1
                ? what
                : what + ", at line " + where.getLineNr() + ", column " + where.getColumnNr();
    }

    /** A value that one of our own types refused, in words that are meant for clients. */
    private static boolean isOurs(Throwable cause) {
        return cause instanceof IllegalArgumentException
                && cause.getStackTrace().length > 0
                && cause.getStackTrace()[0].getClassName().startsWith(OURS);
    }

    private static String pointerOf(JacksonException broken) {
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference step : broken.getPath()) {
            pointer.append('/')
                    .append(step.getPropertyName() == null ? step.getIndex() : escaped(step.getPropertyName()));
        }
        return pointer.toString();
    }

    /** RFC 6901, section 3. */
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
