package dev.counterpoint.query.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.counterpoint.domain.home.DrawingPolicy;
import dev.counterpoint.domain.home.EpsilonGreedy;
import org.jspecify.annotations.Nullable;

/**
 * A policy as clients read it.
 *
 * @param epsilon how often a slot is left to chance; absent where the policy has no such number
 * @param eta how often the whole list is; absent where the policy has no such number
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PolicyForm(
        String name, @Nullable Double epsilon, @Nullable Double eta) {

    public static PolicyForm of(DrawingPolicy policy) {
        return policy instanceof EpsilonGreedy random
                ? new PolicyForm(random.name(), random.epsilon(), random.eta())
                : new PolicyForm(policy.name(), null, null);
    }
}
