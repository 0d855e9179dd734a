package dev.counterpoint.infra.cassandra.publication;

import dev.counterpoint.domain.event.StreamId;

/**
 * A stream whose events are to be read from the log and handed on.
 *
 * @param afterVersion that those events follow
 * @param failures how many had led to it when it was asked for
 */
record Repair(StreamId stream, long afterVersion, int failures) {}
