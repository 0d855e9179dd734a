package dev.counterpoint.domain.refusal;

import org.jspecify.annotations.Nullable;

/**
 * One reason why a request was declined.
 *
 * @param reason its stable name and kind
 * @param detail what was wrong, the value, and what is allowed; fit for the client's eyes
 * @param pointer where in the request's body (RFC 6901), empty for the whole body; null where it is not of the body
 */
public record Refusal(
        Reason reason, String detail, @Nullable String pointer) {

    /** Why requests are declined. The written name is part of a public problem type and never changes. */
    public enum Reason {
        MALFORMED("malformed", Kind.INVALID),
        NO_SUCH_LISTENER("no-such-listener", Kind.NOT_FOUND),
        NO_SUCH_CARD("no-such-card", Kind.NOT_FOUND),
        NO_SUCH_RULE("no-such-rule", Kind.NOT_FOUND),
        NO_SUCH_SHELF("no-such-shelf", Kind.NOT_FOUND),
        NO_SUCH_DECISION("no-such-decision", Kind.NOT_FOUND),
        NO_SUCH_MODEL("no-such-model", Kind.NOT_FOUND),
        NO_SUCH_TRAINING("no-such-training", Kind.NOT_FOUND),
        NO_COMPARISON("no-comparison", Kind.NOT_FOUND),
        NO_SUCH_ERASURE("no-such-erasure", Kind.NOT_FOUND),
        NO_SUCH_VERIFICATION("no-such-verification", Kind.NOT_FOUND),
        NO_SUCH_RECONCILIATION("no-such-reconciliation", Kind.NOT_FOUND),
        NO_SUCH_ARCHIVE("no-such-archive", Kind.NOT_FOUND),
        NOT_PARKED("not-parked", Kind.NOT_FOUND),
        UNKNOWN_CARD("unknown-card", Kind.UNKNOWN_REFERENCE),
        DECISION_NOT_OF_LISTENER("decision-not-of-listener", Kind.CONTRADICTION),
        CARD_NOT_ON_PAGE("card-not-on-page", Kind.CONTRADICTION),
        INTERACTION_CHANGED("interaction-changed", Kind.CONTRADICTION),
        ARCHIVE_UNWRITABLE("archive-unwritable", Kind.CONTRADICTION),
        ARCHIVE_IN_USE("archive-in-use", Kind.CONTRADICTION),
        REQUEST_ID_REUSED("request-id-reused", Kind.CONTRADICTION),
        DECISION_PAST_RETENTION("decision-past-retention", Kind.GONE),
        LISTENER_ERASED("listener-erased", Kind.GONE);

        private final String written;
        private final Kind kind;

        Reason(String written, Kind kind) {
            this.written = written;
            this.kind = kind;
        }

        public String written() {
            return written;
        }

        public Kind kind() {
            return kind;
        }
    }

    /** What a reason means for the request; the edge turns it into a status. */
    public enum Kind {
        INVALID,
        NOT_FOUND,
        CONTRADICTION,
        GONE,
        UNKNOWN_REFERENCE
    }
}
