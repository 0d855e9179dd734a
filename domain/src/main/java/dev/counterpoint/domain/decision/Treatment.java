package dev.counterpoint.domain.decision;

import dev.counterpoint.domain.home.Arm;
import dev.counterpoint.domain.home.DrawingPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a listener was treated when a page was decided.
 *
 * @param arm null for pages outside the arms: those without personalization, and degraded ones
 * @param stage of the model that scored, such as live
 * @param policy drew what no editor pinned
 * @param degraded what could not be had in time, in words that clients read; empty on a normal page
 */
public record Treatment(@Nullable Arm arm, String stage, DrawingPolicy policy, List<String> degraded) {
    public Treatment {
        degraded = List.copyOf(degraded);
    }
}
