package dev.counterpoint.infra.server.problem;

import dev.counterpoint.domain.encryption.ContentErasedException;
import dev.counterpoint.domain.encryption.UnreadableContentException;
import dev.counterpoint.domain.event.UnreadableEventException;
import dev.counterpoint.domain.refusal.OutcomeUnknownException;
import dev.counterpoint.domain.refusal.Refusal;
import dev.counterpoint.domain.refusal.Refusal.Reason;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import dev.counterpoint.infra.server.problem.Problem.Fault;
import dev.counterpoint.query.load.OverloadedException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns whatever a controller throws into a problem. What it says never holds the text or the class of an exception. */
@RestControllerAdvice
public class Problems extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_AFTER_SECONDS = "1";

    /** Of several faults the lowest status answers, and all are listed. */
    @ExceptionHandler
    ResponseEntity<Object> refused(RequestRefusedException refused) {
        Refusal decisive = refused.refusals().stream()
                .min(Comparator.comparingInt(refusal -> statusOf(refusal).value()))
                .orElseThrow();
        List<Fault> faults = refused.refusals().stream()
                .map(refusal -> new Fault(refusal.pointer(), refusal.detail()))
                .toList();
        HttpStatus status = statusOf(decisive);
        return answer(
                Problem.of(status, decisive.reason().written(), titleOf(decisive), decisive.detail(), faults),
                new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<Object> outcomeUnknown(OutcomeUnknownException unknown) {
        LOG.warn("outcome unknown", unknown);
        return answerLater(
                ProblemType.OUTCOME_UNKNOWN, "Send the same request again, unchanged: it takes effect once.");
    }

    /** Counted where it is refused, and not logged: a line for each would be one more load. */
    @ExceptionHandler
    ResponseEntity<Object> overloaded(OverloadedException overloaded) {
        return answerLater(ProblemType.OVERLOADED, "Nothing was begun. Send the same request again, in a moment.");
    }

    /** Security's own refusals belong to its filters, which answer them. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void denied(RuntimeException denied) {
        throw denied;
    }

    @ExceptionHandler
    ResponseEntity<Object> erased(ContentErasedException erased) {
        return refused(RequestRefusedException.of(
                Reason.LISTENER_ERASED, "this listener was erased, and what was known of them"));
    }

    /** Broken content, or a key that is not the one it was encrypted with. */
    @ExceptionHandler({UnreadableEventException.class, UnreadableContentException.class})
    ResponseEntity<Object> unreadable(RuntimeException broken) {
        LOG.error("something that is stored cannot be read", broken);
        return answer(
                of(
                        ProblemType.UNREADABLE,
                        "What is stored here was changed, or is encrypted with another key. An operator has to see to it."),
                new HttpHeaders());
    }

    /** The container decodes a query when it is first asked for a parameter. */
    @ExceptionHandler
    ResponseEntity<Object> undecodable(InvalidParameterException query) {
        return answer(
                of(ProblemType.MALFORMED, "The query must be UTF-8, percent-encoded: something in it is not."),
                new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<Object> failed(Exception failed) {
        if (failed instanceof CompletionException && failed.getCause() instanceof RequestRefusedException refused) {
            return refused(refused);
        }
        if (failed instanceof CompletionException && failed.getCause() instanceof ContentErasedException erased) {
            return erased(erased);
        }
        if (PassingFaults.isOne(failed)) {
            LOG.warn("unavailable", failed);
            return answerLater(ProblemType.UNAVAILABLE, "Send the same request again, in a moment.");
        }
        LOG.error("request failed", failed);
        return answer(of(ProblemType.INTERNAL, "The request could not be handled; it was logged."), new HttpHeaders());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception ex, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (status.value() == HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            LOG.error("request failed", ex);
        }
        if (request instanceof ServletWebRequest web
                && web.getResponse() != null
                && web.getResponse().isCommitted()) {
            return null;
        }
        List<Fault> faults = BodyFaults.of(ex);
        ProblemType type = ProblemType.of(status.value());
        String detail = faults.isEmpty() ? type.title() + "." : faults.get(0).detail();
        return answer(Problem.of(status, type.written(), type.title(), detail, faults), headers);
    }

    static ProblemDetail of(ProblemType type, String detail) {
        return Problem.of(type.status(), type.written(), type.title(), detail, List.of());
    }

    private static ResponseEntity<Object> answerLater(ProblemType type, String detail) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        return answer(of(type, detail), headers);
    }

    private static ResponseEntity<Object> answer(ProblemDetail problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.getStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static HttpStatus statusOf(Refusal refusal) {
        return switch (refusal.reason().kind()) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONTRADICTION -> HttpStatus.CONFLICT;
            case GONE -> HttpStatus.GONE;
            case UNKNOWN_REFERENCE -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    private static String titleOf(Refusal refusal) {
        return switch (refusal.reason().kind()) {
            case INVALID -> ProblemType.MALFORMED.title();
            case NOT_FOUND -> "There is no such thing";
            case CONTRADICTION -> "The request contradicts what is recorded";
            case GONE -> "It is gone";
            case UNKNOWN_REFERENCE -> "The request names something that does not exist";
        };
    }
}
