package dev.counterpoint.query.home;

import dev.counterpoint.domain.home.ExploringPolicy;
import dev.counterpoint.domain.listener.Tier;
import java.time.Duration;
import java.util.Map;

/**
 * How pages are decided.
 *
 * @param policies of listeners with personalization, by their tier
 * @param profilePatience after which a page is made without the profile
 * @param logPatience after which a page that is not durable yet is refused
 * @param code version of the program, for the record
 */
public record HomeSettings(
        Map<Tier, ExploringPolicy> policies, Duration profilePatience, Duration logPatience, String code) {
    public HomeSettings {
        policies = Map.copyOf(policies);
    }
}
