package dev.counterpoint.infra.cli.platform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What the platform answered to the lines of one request.
 *
 * @param accepted how many lines are in the platform now that were not before
 * @param duplicates how many were there before
 * @param rejected those that can never be accepted, by their number within the request
 * @param durableThrough all lines up to this one are settled, however the request ended
 */
public record BulkAnswer(int accepted, int duplicates, List<Rejected> rejected, int durableThrough) {
    public BulkAnswer {
        rejected = List.copyOf(rejected);
    }

    /** A line that was not taken, and why. */
    public record Rejected(int line, String detail) {}

    /** @param lines how many were sent; all of them are settled where the answer does not say how far it came */
    static BulkAnswer read(JsonNode answer, int lines) {
        List<Rejected> rejected = new ArrayList<>();
        answer.path("rejected")
                .forEach(each -> rejected.add(new Rejected(
                        each.path("line").intValue(0), each.path("detail").stringValue("no reason given"))));
        return new BulkAnswer(
                answer.path("accepted").intValue(0),
                answer.path("duplicates").intValue(0),
                rejected,
                answer.path("durableThroughLine").intValue(lines));
    }

    /** How many lines from the first one on need not be sent again: those that are durable, and the rejected ones that follow. */
    int settled(int lines) {
        Set<Integer> refused = new HashSet<>();
        rejected.forEach(each -> refused.add(each.line()));
        int settled = Math.min(Math.max(durableThrough, 0), lines);
        while (settled < lines && refused.contains(settled + 1)) {
            settled++;
        }
        return settled;
    }

    /**
     * The part of this answer that is about the first lines: the others will be sent again, and answered again.
     *
     * @param before how many lines of the whole stand before the first of this answer: lines are counted from there
     */
    BulkAnswer firstOf(int lines, int before) {
        List<Rejected> refused = rejected.stream()
                .filter(each -> each.line() <= lines)
                .map(each -> new Rejected(before + each.line(), each.detail()))
                .toList();
        int taken = Math.max(lines - refused.size(), 0);
        int known = Math.min(duplicates, taken);
        return new BulkAnswer(taken - known, known, refused, lines);
    }
}
