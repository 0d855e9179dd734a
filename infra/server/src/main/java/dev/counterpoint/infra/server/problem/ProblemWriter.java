package dev.counterpoint.infra.server.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems that are born outside the controllers: in filters, in security, in the container. */
public final class ProblemWriter {
    private static final JsonMapper JSON = JsonMapper.shared();

    private ProblemWriter() {}

    /** A call without a key, or with one that is not known. */
    public static void unauthenticated(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        write(request, response, ProblemType.UNAUTHENTICATED, "Send a known key as \"Authorization: Bearer KEY\".");
    }

    /** A call with a key that has not the role. */
    public static void forbidden(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(
                request,
                response,
                ProblemType.FORBIDDEN,
                "Ask the operator for a key with the role that this call needs.");
    }

    /** A body that is larger than it may be. */
    public static void tooLarge(HttpServletRequest request, HttpServletResponse response, long limitBytes)
            throws IOException {
        write(request, response, ProblemType.TOO_LARGE, "A body has at most " + limitBytes + " bytes.");
    }

    /** Whatever has a status and no more to say. */
    public static void ofStatus(HttpServletRequest request, HttpServletResponse response, int status)
            throws IOException {
        ProblemType type = ProblemType.of(status);
        ProblemDetail problem = Problems.of(type, type.title() + ".");
        problem.setStatus(status);
        write(request, response, problem);
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, ProblemType type, String detail)
            throws IOException {
        write(request, response, Problems.of(type, detail));
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, ProblemDetail problem)
            throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", String.valueOf(problem.getType()));
        members.put("title", String.valueOf(problem.getTitle()));
        members.put("status", problem.getStatus());
        members.put("detail", String.valueOf(problem.getDetail()));
        members.put("instance", instanceOf(request));
        byte[] body = JSON.writeValueAsBytes(members);
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** The path that was asked for; what is no path of a URI is not repeated. */
    private static String instanceOf(HttpServletRequest request) {
        Object first = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = first instanceof String given ? given : request.getRequestURI();
        try {
            return path == null ? "/" : URI.create(path).toString();
        } catch (IllegalArgumentException noPath) {
            return "/";
        }
    }
}
