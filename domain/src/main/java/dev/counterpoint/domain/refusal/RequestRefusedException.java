package dev.counterpoint.domain.refusal;

import java.util.List;

/** A request was declined, with all its reasons; nothing of it has taken effect. */
public final class RequestRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;

    /** @param refusals at least one */
    public RequestRefusedException(List<Refusal> refusals) {
        super(refusals.get(0).detail());
        this.refusals = List.copyOf(refusals);
    }

    public static RequestRefusedException of(Refusal.Reason reason, String detail) {
        return new RequestRefusedException(List.of(new Refusal(reason, detail, null)));
    }

    public List<Refusal> refusals() {
        return refusals;
    }
}
