package dev.counterpoint.query.home;

import dev.counterpoint.domain.home.EpsilonGreedy;
import java.time.Duration;

/**
 * How pages are decided.
 *
 * @param policy of listeners with personalization
 * @param profilePatience after which a page is made without the profile
 * @param logPatience after which a page that is not durable yet is refused
 * @param code version of the program, for the record
 */
public record HomeSettings(EpsilonGreedy policy, Duration profilePatience, Duration logPatience, String code) {}
