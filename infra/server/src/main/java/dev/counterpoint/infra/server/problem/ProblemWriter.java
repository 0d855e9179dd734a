package dev.counterpoint.infra.server.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems that are born outside the controllers: in filters, in security, in the container. */
public final class ProblemWriter {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ProblemWriter() {}

    /** A call without a key, or with one that is not known. */
    public static void unauthenticated(HttpServletResponse response) throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer");
        write(response, ProblemType.UNAUTHENTICATED, "Send a known key as \"Authorization: Bearer KEY\".");
    }

    /** A call with a key that has not the role. */
    public static void forbidden(HttpServletResponse response) throws IOException {
        write(response, ProblemType.FORBIDDEN, "Ask the operator for a key with the role that this call needs.");
    }

    /** A body that is larger than it may be. */
    public static void tooLarge(HttpServletResponse response, long limitBytes) throws IOException {
        write(response, ProblemType.TOO_LARGE, "A body has at most " + limitBytes + " bytes.");
    }

    /** Whatever has a status and no more to say. */
    static void ofStatus(HttpServletResponse response, int status) throws IOException {
        ProblemType type = ProblemType.of(status);
        ProblemDetail problem = Problems.of(type, type.title() + ".");
        problem.setStatus(status);
        write(response, problem);
    }

    private static void write(HttpServletResponse response, ProblemType type, String detail) throws IOException {
        write(response, Problems.of(type, detail));
    }

    private static void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        byte[] body = JSON.writeValueAsBytes(Map.of(
                "type", String.valueOf(problem.getType()),
                "title", String.valueOf(problem.getTitle()),
                "status", problem.getStatus(),
                "detail", String.valueOf(problem.getDetail())));
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
