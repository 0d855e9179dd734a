package dev.counterpoint.domain.profile;

import java.time.Instant;

/**
 * How a listener met a card that they did not take up.
 *
 * @param unanswered impressions since the last click, play, completion or save
 * @param lastAt the last impression or dismissal
 * @param dismissed sent away, and not taken up since
 */
public record Exposure(long unanswered, Instant lastAt, boolean dismissed) {}
