package dev.counterpoint.command.catalog;

import dev.counterpoint.command.stream.StreamCommand;
import dev.counterpoint.domain.catalog.Shelf;
import dev.counterpoint.domain.event.StreamId;

/**
 * Publish this shelf in its shard. Answered with a boolean: whether it changed anything.
 *
 * @param onlyIfAbsent leave a shelf of the same name as it is
 */
public record PublishShelf(StreamId stream, Shelf shelf, boolean onlyIfAbsent) implements StreamCommand {}
