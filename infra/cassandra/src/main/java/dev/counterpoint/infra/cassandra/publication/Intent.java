package dev.counterpoint.infra.cassandra.publication;

import dev.counterpoint.domain.event.StreamId;

/** A process was about to append to a stream after a version. */
record Intent(StreamId stream, long expectedVersion) {}
