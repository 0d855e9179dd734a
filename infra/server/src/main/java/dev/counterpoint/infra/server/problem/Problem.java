package dev.counterpoint.infra.server.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** The form of every problem: a stable type, and all faults that were found. */
final class Problem {
    private static final String TYPE_PREFIX = "urn:counterpoint:problem:";

    private Problem() {}

    /** @param type the stable name, documented in {@code docs/guide/problems.md} */
    static ProblemDetail of(HttpStatusCode status, String type, String title, String detail, List<Fault> faults) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(TYPE_PREFIX + type));
        problem.setTitle(title);
        if (!faults.isEmpty()) {
            problem.setProperty("errors", faults);
        }
        return problem;
    }

    /**
     * One thing that was wrong.
     *
     * @param pointer where in the body (RFC 6901), empty for the whole of it; null where it is not of the body
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Fault(@Nullable String pointer, String detail) {}
}
