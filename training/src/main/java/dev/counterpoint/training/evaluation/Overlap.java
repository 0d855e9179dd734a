package dev.counterpoint.training.evaluation;

import dev.counterpoint.domain.event.StreamId;
import org.jspecify.annotations.Nullable;

/**
 * How much of the log speaks of the other policy.
 *
 * @param listeners how many
 * @param pages how many
 * @param effectiveListeners (Σ W)² / Σ W², W being the weights of a listener together: so many listeners of equal weight would tell as much
 * @param largestWeight of all slots
 * @param heaviest the listener with that weight; null in an empty log
 * @param meanWeight of all slots: about 1 where the log covers all that the other policy shows
 */
public record Overlap(
        long listeners,
        long pages,
        double effectiveListeners,
        double largestWeight,
        @Nullable StreamId heaviest,
        double meanWeight) {}
