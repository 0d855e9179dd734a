package dev.counterpoint.domain.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a policy is worth, as a log tells: the expected reward of one page at the states that the logging policy produced. It says nothing
 * of what the policy would make of its listeners once it is deployed.
 *
 * @param policy whose value it is
 * @param method how it was found: {@code on-policy}, {@code snips}, {@code dr}
 * @param estimate null where it was refused
 * @param overlap how much of the log speaks of the policy
 * @param refusals why no estimate is given, each with its figures; empty where one is
 */
public record PolicyValue(
        String policy, String method, @Nullable Estimated estimate, LogOverlap overlap, List<String> refusals) {
    public PolicyValue {
        refusals = List.copyOf(refusals);
        if ((estimate == null) == refusals.isEmpty()) {
            throw new IllegalArgumentException("a value has either an estimate or reasons against one");
        }
    }

    /**
     * In units of reward a page.
     *
     * @param standardError clustered by listener
     * @param low of the 95 % interval
     * @param high of the 95 % interval
     */
    public record Estimated(double value, double standardError, double low, double high) {
        public Estimated {
            Finite.require("an estimate", value, standardError, low, high);
        }
    }

    /**
     * How much was looked at.
     *
     * @param effectiveListeners how many listeners of equal weight would tell as much
     * @param largestWeight of all slots
     */
    public record LogOverlap(long listeners, long pages, double effectiveListeners, double largestWeight) {
        public LogOverlap {
            Finite.require("an overlap", effectiveListeners, largestWeight);
        }
    }
}
