package dev.counterpoint.query.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.counterpoint.domain.home.DrawingPolicy;
import dev.counterpoint.domain.home.EpsilonGreedy;
import dev.counterpoint.domain.home.PlackettLuce;
import org.jspecify.annotations.Nullable;

/**
 * A policy as clients read it.
 *
 * @param epsilon how often a slot is left to chance; absent where the policy has no such number
 * @param temperature how far a score may lie below the best to be tried 1/e as often; absent where the policy has no such number
 * @param eta how often the whole list is; absent where the policy has no such number
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PolicyForm(
        String name,
        @Nullable Double epsilon,
        @Nullable Double temperature,
        @Nullable Double eta) {

    public static PolicyForm of(DrawingPolicy policy) {
        if (policy instanceof EpsilonGreedy random) {
            return new PolicyForm(random.name(), random.epsilon(), null, random.eta());
        }
        if (policy instanceof PlackettLuce weighed) {
            return new PolicyForm(weighed.name(), null, weighed.temperature(), weighed.eta());
        }
        return new PolicyForm(policy.name(), null, null, null);
    }
}
