package dev.counterpoint.infra.cassandra.publication;

import java.util.UUID;

/**
 * The intents of a process that are still to be looked after.
 *
 * @param firstBucket of ten seconds; what was before is published
 * @param lastBucket beyond which the process has written no intents
 */
record WriterSpan(UUID writer, long firstBucket, long lastBucket) {}
