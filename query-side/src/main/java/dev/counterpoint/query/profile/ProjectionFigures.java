package dev.counterpoint.query.profile;

/**
 * How the projection of profiles goes, since the start.
 *
 * @param applied events that were folded as they came by
 * @param dropped events that had come by before
 * @param gaps how often events were missing, and were read from the store
 */
public record ProjectionFigures(long applied, long dropped, long gaps) {}
