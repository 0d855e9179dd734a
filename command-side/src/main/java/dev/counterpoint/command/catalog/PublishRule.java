package dev.counterpoint.command.catalog;

import dev.counterpoint.command.stream.StreamCommand;
import dev.counterpoint.domain.catalog.Rule;
import dev.counterpoint.domain.event.StreamId;

/** Publish this rule in its shard. Answered with a boolean: whether it changed anything. */
public record PublishRule(StreamId stream, Rule rule) implements StreamCommand {}
