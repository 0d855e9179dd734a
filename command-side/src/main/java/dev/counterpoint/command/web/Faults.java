package dev.counterpoint.command.web;

import dev.counterpoint.domain.refusal.Refusal;
import dev.counterpoint.domain.refusal.Refusal.Reason;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The faults of one body, each with its pointer; the first hundred of them. */
final class Faults {
    private static final int MOST = 100;
    private static final int EXCERPT = 60;

    private final List<Refusal> faults = new ArrayList<>();
    private final Set<String> pointers = new HashSet<>();

    /** @param said what is wrong, as it follows the name of the field */
    void add(String pointer, String said) {
        pointers.add(pointer);
        if (faults.size() < MOST) {
            String what = pointer.isEmpty() ? "the body" : pointer.substring(1);
            faults.add(new Refusal(Reason.MALFORMED, what + " " + said, pointer));
        }
    }

    boolean at(String pointer) {
        return pointers.contains(pointer);
    }

    boolean none() {
        return pointers.isEmpty();
    }

    /** @throws RequestRefusedException if there is any */
    void raise() {
        if (!faults.isEmpty()) {
            throw new RequestRefusedException(faults);
        }
    }

    /** A client's text in quotes, cut where it is long. */
    static String quoted(String text) {
        return text.length() <= EXCERPT
                ? "\"" + text + "\""
                : "\"" + cut(text) + "\" (" + text.length() + " characters)";
    }

    /** A client's text, cut where it is long: answers stay small whatever was sent. */
    static String cut(String text) {
        if (text.length() <= EXCERPT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(EXCERPT - 1)) ? EXCERPT - 1 : EXCERPT;
        return text.substring(0, end) + "…";
    }

    /** A step further into a body (RFC 6901, section 3). */
    static String pointer(String parent, String name) {
        return parent + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
