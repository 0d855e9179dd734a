package dev.counterpoint.infra.cassandra.publication;

/**
 * How publication goes.
 *
 * @param outstanding streams with events that are announced and have not arrived
 * @param republished events that were read from the log and handed on again, since the start
 * @param unreadable how often a stream could not be handed on because an event in it cannot be read, since the start
 * @param deadWriters processes that died, whose intents this process sees to
 */
public record PublicationFigures(int outstanding, long republished, long unreadable, int deadWriters) {}
