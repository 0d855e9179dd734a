package dev.counterpoint.infra.server.problem;

import dev.counterpoint.infra.server.problem.Problem.Fault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;

/** What of a request does not fit: pointers into its body, and parameters by name. */
final class BodyFaults {
    private static final Comparator<Fault> BY_PLACE = Comparator.comparing(
                    (Fault fault) -> Objects.requireNonNullElse(fault.pointer(), ""))
            .thenComparing(Fault::detail);

    private BodyFaults() {}

    /** Empty where the exception says nothing that a client could mend. */
    static List<Fault> of(Exception thrown) {
        if (thrown instanceof MethodArgumentNotValidException invalid) {
            return ofBody("", invalid.getBindingResult());
        }
        if (thrown instanceof HandlerMethodValidationException invalid) {
            return invalid.getParameterValidationResults().stream()
                    .flatMap(result -> ofParameter(result).stream())
                    .toList();
        }
        if (thrown instanceof HttpMessageNotReadableException unreadable) {
            return List.of(
                    unreadable.getCause() instanceof JacksonException broken
                            ? JsonFaults.of(broken)
                            : new Fault("", "a body is expected, in UTF-8"));
        }
        if (thrown instanceof MethodArgumentTypeMismatchException mismatch) {
            return List.of(new Fault(
                    null,
                    "the parameter " + mismatch.getName() + " must be " + Expected.of(mismatch.getRequiredType())
                            + ", not " + Expected.shown(mismatch.getValue())));
        }
        if (thrown instanceof MissingServletRequestParameterException missing) {
            return List.of(new Fault(null, "the parameter " + missing.getParameterName() + " is missing"));
        }
        return List.of();
    }

    private static List<Fault> ofParameter(ParameterValidationResult result) {
        if (result instanceof ParameterErrors body) {
            String prefix = body.getContainerIndex() == null ? "" : "/" + body.getContainerIndex();
            return ofBody(prefix, body);
        }
        List<Fault> faults = new ArrayList<>();
        for (MessageSourceResolvable error : result.getResolvableErrors()) {
            faults.add(new Fault(
                    null,
                    "the parameter " + result.getMethodParameter().getParameterName() + " "
                            + error.getDefaultMessage()));
        }
        return faults;
    }

    private static List<Fault> ofBody(String prefix, Errors errors) {
        return errors.getAllErrors().stream()
                .map(error -> ofError(prefix, error))
                .sorted(BY_PLACE)
                .toList();
    }

    private static Fault ofError(String prefix, ObjectError error) {
        String message = String.valueOf(error.getDefaultMessage());
        return error instanceof FieldError field
                ? new Fault(prefix + pointerOf(field.getField()), field.getField() + " " + message)
                : new Fault(prefix, message);
    }

    /** {@code cards[3].kind} is {@code /cards/3/kind}. */
    private static String pointerOf(String path) {
        String steps =
                path.replace("].", "/").replace("[", "/").replace("]", "").replace('.', '/');
        return steps.startsWith("/") ? steps : "/" + steps;
    }
}
