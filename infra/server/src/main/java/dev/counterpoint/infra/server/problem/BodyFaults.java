package dev.counterpoint.infra.server.problem;

import dev.counterpoint.infra.server.problem.Problem.Fault;
import java.util.List;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what of a request could not be read, with pointers into its body. */
final class BodyFaults {
    private BodyFaults() {}

    static ProblemDetail problemOf(Exception thrown, HttpStatusCode status) {
        ProblemType type = ProblemType.of(status.value());
        List<Fault> faults = faultsOf(thrown);
        String detail = faults.isEmpty() ? type.title() + "." : faults.get(0).detail();
        return Problem.of(status, type.written(), type.title(), detail, faults);
    }

    private static List<Fault> faultsOf(Exception thrown) {
        if (thrown instanceof MethodArgumentNotValidException invalid) {
            return invalid.getBindingResult().getFieldErrors().stream()
                    .map(error ->
                            new Fault(pointerOf(error.getField()), error.getField() + " " + error.getDefaultMessage()))
                    .toList();
        }
        if (thrown instanceof HttpMessageNotReadableException && thrown.getCause() instanceof JacksonException broken) {
            return List.of(new Fault(pointerOf(broken), detailOf(broken)));
        }
        return List.of();
    }

    private static String detailOf(JacksonException broken) {
        return broken instanceof UnrecognizedPropertyException unknown
                ? "the field \"" + unknown.getPropertyName() + "\" is not known"
                : "this is not JSON of the form that is expected";
    }

    private static String pointerOf(JacksonException broken) {
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference step : broken.getPath()) {
            pointer.append('/')
                    .append(step.getPropertyName() == null ? step.getIndex() : escaped(step.getPropertyName()));
        }
        return pointer.toString();
    }

    /** {@code cards[3].kind} is {@code /cards/3/kind}. */
    private static String pointerOf(String path) {
        return "/"
                + escaped(path)
                        .replace("].", "/")
                        .replace("[", "/")
                        .replace("]", "")
                        .replace('.', '/');
    }

    /** RFC 6901, section 3. */
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
