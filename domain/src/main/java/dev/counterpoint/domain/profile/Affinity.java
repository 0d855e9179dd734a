package dev.counterpoint.domain.profile;

/**
 * What a listener thinks of a tag or a creator.
 *
 * @param value in plays, faded; negative where they skip and dismiss it
 * @param playsThisWeek plays on the last seven days (UTC), today included
 */
public record Affinity(String name, double value, int playsThisWeek) {}
