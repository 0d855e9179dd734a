package dev.counterpoint.training.offpolicy;

import dev.counterpoint.training.offpolicy.WeightAudit.Overlap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether an estimate may be given at all. Where it refuses, intervals would not cover what they promise, or the probabilities of the log are
 * wrong. No row is ever left out to pass it.
 *
 * @param fewestClusters at least
 * @param fewestEffective at least
 * @param largestWeight at most
 * @param deviation of the mean weight from 1, in standard errors, at most
 * @param fewestRewards rows with a reward at least
 * @param mostUnsupported of the other policy's probability on what is never logged, at most. No row can tell what it earns: the value is open by
 *     this much of the range of the rewards, whatever an interval says
 */
public record HonestyGate(
        long fewestClusters,
        double fewestEffective,
        double largestWeight,
        double deviation,
        long fewestRewards,
        double mostUnsupported) {
    /** Of a mean of weights that are all 1. */
    private static final double ROUNDING = 1e-9;

    /** Where studentised intervals clustered by listener were measured to cover. */
    public static final HonestyGate STANDARD = new HonestyGate(2_000, 1_000, 20, 3, 30, 0.01);

    /** @return why no estimate may be given, each reason with its figures and the rows at fault; empty where it may */
    public List<String> reasonsAgainst(Overlap overlap) {
        return reasonsAgainst(overlap, "clusters");
    }

    /** @param clusters what clusters are, such as {@code listeners} */
    public List<String> reasonsAgainst(Overlap overlap, String clusters) {
        List<String> reasons = new ArrayList<>();
        if (overlap.clusters() < fewestClusters) {
            reasons.add(overlap.clusters() + " " + clusters + " are fewer than " + fewestClusters);
        }
        if (overlap.effectiveClusters() < fewestEffective) {
            reasons.add(formatted(
                    "an effective %.0f %s are fewer than %.0f",
                    overlap.effectiveClusters(), clusters, fewestEffective));
        }
        overlap.heaviest().stream()
                .filter(row -> row.weight() > largestWeight)
                .limit(3)
                .forEach(row -> reasons.add(
                        formatted("%s weighs %.1f, more than %.0f", row.row(), row.weight(), largestWeight)));
        double away = Math.abs(overlap.meanWeight() - 1);
        if (!(away <= deviation * overlap.meanWeightError() + ROUNDING)) {
            reasons.add(formatted(
                    "the mean weight is %.4f, not 1 within %.0f standard errors of %.4f: a probability is wrong, or the"
                            + " log has none of what the other policy does",
                    overlap.meanWeight(), deviation, overlap.meanWeightError()));
        }
        if (overlap.rewards() < fewestRewards) {
            reasons.add(overlap.rewards() + " rows with a reward are fewer than " + fewestRewards);
        }
        overlap.unsupported().ifPresent(share -> {
            if (share > mostUnsupported) {
                reasons.add(formatted(
                        "the other policy does with a probability of %.4f what the log never does, more than %.2f",
                        share, mostUnsupported));
            }
        });
        return reasons;
    }

    private static String formatted(String reason, Object... figures) {
        return String.format(Locale.ROOT, reason, figures);
    }
}
