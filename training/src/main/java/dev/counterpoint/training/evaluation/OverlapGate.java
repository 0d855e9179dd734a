package dev.counterpoint.training.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether an estimate may be given at all. Where it refuses, weights are so uneven that intervals would not cover what they promise.
 *
 * @param fewestListeners at least
 * @param fewestEffective at least
 * @param largestWeight at most
 */
public record OverlapGate(long fewestListeners, double fewestEffective, double largestWeight) {
    /** Where studentised intervals clustered by listener were measured to cover. */
    public static final OverlapGate STANDARD = new OverlapGate(2_000, 1_000, 20);

    /** @return why no estimate may be given, each reason with its figures; empty where it may */
    public List<String> reasonsAgainst(Overlap overlap) {
        List<String> reasons = new ArrayList<>();
        if (overlap.listeners() < fewestListeners) {
            reasons.add(overlap.listeners() + " listeners are fewer than " + fewestListeners);
        }
        if (overlap.effectiveListeners() < fewestEffective) {
            reasons.add(String.format(
                    Locale.ROOT,
                    "an effective %.0f listeners are fewer than %.0f",
                    overlap.effectiveListeners(),
                    fewestEffective));
        }
        if (overlap.largestWeight() > largestWeight) {
            reasons.add(String.format(
                    Locale.ROOT,
                    "a slot of %s weighs %.1f, more than %.0f",
                    overlap.heaviest(),
                    overlap.largestWeight(),
                    largestWeight));
        }
        return reasons;
    }
}
