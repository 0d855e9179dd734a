package dev.counterpoint.infra.server.problem;

import org.springframework.http.HttpStatus;

/** The problems that are born at the edge; those of the platform's own refusals are named by their reasons. */
enum ProblemType {
    MALFORMED("malformed", HttpStatus.BAD_REQUEST, "The request is not well-formed"),
    UNAUTHENTICATED("unauthenticated", HttpStatus.UNAUTHORIZED, "A key is needed"),
    FORBIDDEN("forbidden", HttpStatus.FORBIDDEN, "The key has not the role that this call needs"),
    NOT_FOUND("not-found", HttpStatus.NOT_FOUND, "There is nothing at this address"),
    METHOD_NOT_ALLOWED("method-not-allowed", HttpStatus.METHOD_NOT_ALLOWED, "The method is not allowed here"),
    NOT_ACCEPTABLE("not-acceptable", HttpStatus.NOT_ACCEPTABLE, "The answer cannot be had in this form"),
    TOO_LARGE("too-large", HttpStatus.CONTENT_TOO_LARGE, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(
            "unsupported-media-type", HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body's type is not read here"),
    INTERNAL("internal", HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side"),
    UNREADABLE("unreadable", HttpStatus.INTERNAL_SERVER_ERROR, "Something that is stored cannot be read"),
    OUTCOME_UNKNOWN("outcome-unknown", HttpStatus.SERVICE_UNAVAILABLE, "Whether the request took effect is not known"),
    OVERLOADED("overloaded", HttpStatus.SERVICE_UNAVAILABLE, "More is asked than can be answered now"),
    UNAVAILABLE("unavailable", HttpStatus.SERVICE_UNAVAILABLE, "The platform cannot answer now");

    private final String written;
    private final HttpStatus status;
    private final String title;

    ProblemType(String written, HttpStatus status, String title) {
        this.written = written;
        this.status = status;
        this.title = title;
    }

    String written() {
        return written;
    }

    HttpStatus status() {
        return status;
    }

    String title() {
        return title;
    }

    /** The problem that a status without a cause of its own stands for. */
    static ProblemType of(int status) {
        for (ProblemType type : values()) {
            if (type.status.value() == status) {
                return type;
            }
        }
        return status >= 500 ? INTERNAL : MALFORMED;
    }
}
