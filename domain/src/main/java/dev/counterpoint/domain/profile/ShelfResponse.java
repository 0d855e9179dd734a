package dev.counterpoint.domain.profile;

/**
 * How a listener responds to a shelf template, each number faded with one half-life.
 *
 * @param refusals skips and dismissals
 */
public record ShelfResponse(double impressions, double clicks, double plays, double refusals) {}
