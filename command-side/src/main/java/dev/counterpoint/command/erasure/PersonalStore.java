package dev.counterpoint.command.erasure;

import dev.counterpoint.domain.event.StreamId;
import java.util.function.Consumer;

/**
 * Something that keeps rows of listeners.
 *
 * @param name what a report calls it
 * @param purge takes away all that is kept of a stream; doing it again changes nothing
 */
public record PersonalStore(String name, Consumer<StreamId> purge) {}
