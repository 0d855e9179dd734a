package dev.counterpoint.command.stream;

import dev.counterpoint.domain.event.StreamId;

/** A command that says itself which stream it is for, so that nothing has to search it for annotations. */
public interface StreamCommand {

    StreamId stream();
}
